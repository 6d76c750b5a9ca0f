/** HTML as it was read, whoever read it (a browser's DOM, a parser on the server): what comes from elsewhere is understood on this tree. */
export type HtmlNode = HtmlElement | HtmlText | HtmlComment

export interface HtmlElement {
  kind: 'element'
  /** In lower case; a namespace of an office suite stays in it: `o:p`. */
  name: string
  attrs: Readonly<Record<string, string>>
  children: HtmlNode[]
}
export interface HtmlText {
  kind: 'text'
  text: string
}
/** Also what is a comment only to a browser: `<![if !supportLists]>`. */
export interface HtmlComment {
  kind: 'comment'
  text: string
}

/** Elements nested deeper than this give their content to the one above: no text needs more, and every function that walks may recurse. */
export const MAX_HTML_DEPTH = 120

/** The part of a DOM node that is read: the package is typed without the DOM, to run on the server. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<DomNode>
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>
}

const [ELEMENT, TEXT, COMMENT] = [1, 3, 8]

/** What lies below a DOM node, as a tree. Browsers nest at most 512 elements when they read HTML. */
export function treeOfDom(root: DomNode): HtmlElement {
  const top = newElement('#root', {})
  walk(root, top, 0)
  return top
}

function walk(from: DomNode, to: HtmlElement, depth: number): void {
  for (let i = 0; i < from.childNodes.length; i++) {
    const child = from.childNodes[i]
    if (child?.nodeType === TEXT) to.children.push({ kind: 'text', text: child.nodeValue ?? '' })
    else if (child?.nodeType === COMMENT) to.children.push({ kind: 'comment', text: child.nodeValue ?? '' })
    else if (child?.nodeType === ELEMENT) {
      const inner = newElement(child.nodeName.toLowerCase(), attributesOf(child))
      if (depth < MAX_HTML_DEPTH) to.children.push(inner)
      walk(child, depth < MAX_HTML_DEPTH ? inner : to, depth + 1)
    }
  }
}

function attributesOf({ attributes }: DomNode): Record<string, string> {
  const attrs: Record<string, string> = Object.create(null)
  for (let i = 0; i < (attributes?.length ?? 0); i++) {
    const attribute = attributes?.[i]
    if (attribute) attrs[attribute.name.toLowerCase()] = attribute.value
  }
  return attrs
}

export const newElement = (name: string, attrs: Readonly<Record<string, string>>): HtmlElement => ({
  kind: 'element',
  name,
  attrs,
  children: [],
})

/** The text below a node, as it stands there. */
export function textIn(node: HtmlNode): string {
  if (node.kind === 'comment') return ''
  return node.kind === 'text' ? node.text : node.children.map(textIn).join('')
}

/** The elements below, outermost first. */
export function* elementsIn(root: HtmlElement): Generator<HtmlElement> {
  for (const child of root.children) {
    if (child.kind !== 'element') continue
    yield child
    yield* elementsIn(child)
  }
}
