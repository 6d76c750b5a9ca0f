import katex from 'katex'

/** An element of MathML, or a text in it. */
export interface MathNode {
  name: string
  attrs: Record<string, string>
  text: string
  children: MathNode[]
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/**
 * TeX as MathML, which browsers show without a script or a font of ours.
 * @param block on a line of its own
 * @returns undefined when it is no TeX that KaTeX reads: then its source is shown
 */
export function mathml(tex: string, block: boolean): string | undefined {
  try {
    const options = {
      output: 'mathml',
      displayMode: block,
      strict: 'ignore',
      trust: false,
      maxExpand: 500,
      maxSize: 20,
    }
    const html = katex.renderToString(tex, { ...options, output: 'mathml', strict: 'ignore', throwOnError: true })
    return /<math[\s\S]*<\/math>/.exec(html)?.[0]
  } catch {
    return undefined
  }
}

/** The same as a tree, without the source that KaTeX puts beside it. */
export function mathTree(tex: string, block: boolean): MathNode | undefined {
  const xml = mathml(tex, block)
  return xml === undefined ? undefined : parse(xml)
}

/** Reads what KaTeX writes: well-formed, without comments, with text in leaves alone. */
function parse(xml: string): MathNode | undefined {
  const root: MathNode = { name: '', attrs: {}, text: '', children: [] }
  const open = [root]
  for (const [, close, name = '', attrs = '', empty, text] of xml.matchAll(/<(\/?)([\w-]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    const parent = open.at(-1)
    if (!parent) return undefined
    if (text !== undefined) parent.text += unescape(text)
    else if (close) open.pop()
    else {
      const node: MathNode = { name, attrs: attributes(attrs), text: '', children: [] }
      if (name !== 'annotation') parent.children.push(node)
      if (!empty) open.push(node)
    }
  }
  return root.children[0]
}

const attributes = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  )

const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
