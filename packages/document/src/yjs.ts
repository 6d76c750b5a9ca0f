import type { Node as PmNode } from 'prosemirror-model'
import { prosemirrorToYXmlFragment, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { nodeSuggestion, PROPOSED, SUGGESTED } from './annotations.ts'
import { carryAnnotations } from './carry.ts'
import { repair } from './repair.ts'
import { cleanLine } from './repair-inline.ts'
import type { LooseMark, LooseNode } from './tree.ts'

/** Name of the page's content in its Y.Doc. */
export const BODY = 'body'
/** Name of the page's title in its Y.Doc. */
export const TITLE = 'title'
/** Longest title, in code points. */
const MAX_TITLE = 200
/** Elements nested deeper than this are read as text: no editor of ours wrote them. */
const MAX_NESTING = 100

/** The title of a page, on one line; '' when it has none. Never throws. */
export function readTitle(ydoc: Y.Doc): string {
  const title = cleanLine(deltaText(ydoc.getText(TITLE)))
  return [...title].slice(0, MAX_TITLE).join('').trim()
}

/**
 * The content of a page in normal form. Writes nothing, and never throws, whatever a peer put there: unknown nodes
 * become their text, foreign types and attributes are ignored. (y-prosemirror's own reader deletes what it refuses.)
 */
export function readBody(ydoc: Y.Doc): PmNode {
  return repair(looseChildren(ydoc.getXmlFragment(BODY), 0))
}

function looseChildren(parent: Y.XmlFragment, depth: number): LooseNode[] {
  return parent.toArray().flatMap((child: unknown) => looseFromY(child, depth))
}

function looseFromY(child: unknown, depth: number): LooseNode[] {
  if (child instanceof Y.XmlElement) {
    if (nodeSuggestion(child.getAttribute(SUGGESTED))?.what === PROPOSED) return []
    if (depth >= MAX_NESTING) return [{ type: 'paragraph', children: textBelow(child) }]
    return [{ type: String(child.nodeName), attrs: attributesOf(child), children: looseChildren(child, depth + 1) }]
  }
  if (child instanceof Y.Text) return textRuns(child)
  return typeof child === 'string' ? [{ type: 'text', text: child }] : []
}

/** All texts below an element, with a stack of our own: nesting here is as deep as an attacker likes. */
function textBelow(element: Y.XmlElement): LooseNode[] {
  const runs: LooseNode[] = []
  const stack: unknown[] = [element]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node instanceof Y.XmlElement) stack.push(...node.toArray().reverse())
    else if (node instanceof Y.Text) runs.push(...textRuns(node))
  }
  return runs
}

function attributesOf(element: Y.XmlElement): Record<string, unknown> {
  const attrs: Record<string, unknown> = Object.create(null)
  for (const [name, value] of Object.entries(element.getAttributes())) attrs[name] = value
  return attrs
}

interface DeltaItem {
  insert?: unknown
  attributes?: Record<string, unknown>
}

function textRuns(text: Y.Text): LooseNode[] {
  const delta: DeltaItem[] = text.toDelta()
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return []
    const marks: LooseMark[] = Object.entries(attributes ?? {}).map(([name, attrs]) => ({
      // y-prosemirror appends a hash to the names of marks that may overlap.
      type: name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''),
      attrs: typeof attrs === 'object' && attrs !== null ? { ...attrs } : {},
    }))
    return marks.some(({ type }) => type === PROPOSED) ? [] : [{ type: 'text', text: insert, marks }]
  })
}

function deltaText(text: Y.Text): string {
  const delta: DeltaItem[] = text.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

/** A new Y.Doc that holds a page: for seeding and imports. */
export function createPageDoc(title: string, body: PmNode): Y.Doc {
  const ydoc = new Y.Doc()
  ydoc.transact(() => {
    ydoc.getText(TITLE).insert(0, cleanLine(title))
    prosemirrorToYXmlFragment(body, ydoc.getXmlFragment(BODY))
  })
  return ydoc
}

/**
 * Writes another content into a page, in one transaction, changing only what differs: carets and concurrent typing
 * in the rest stay where they are, and so do comments and suggestions on words that stay. For `PUT …/markdown` and restores. What is
 * poisoned in the fragment goes.
 * Yjs itself overflows the stack when it deletes thousands of levels: refuse what is not `isSound` on arrival.
 * @param origin the transaction's origin
 */
export function replaceBody(ydoc: Y.Doc, body: PmNode, origin: unknown = null): void {
  const fragment = ydoc.getXmlFragment(BODY)
  ydoc.transact(() => {
    if (isClean(fragment, 0)) {
      if (readBody(ydoc).eq(body)) return
      const said = carryAnnotations(fragment, body)
      updateYFragment(ydoc, fragment, said, { mapping: new Map(), isOMark: new Map() })
    }
    // The diff reckons with elements and texts of strings alone, and would miscount anything else.
    if (isClean(fragment, 0) && readBody(ydoc).eq(body)) return
    fragment.delete(0, fragment.length)
    prosemirrorToYXmlFragment(body, fragment)
  }, origin)
}

/**
 * Is the content what an editor could have written: elements and texts of strings alone, nested within reason? Ask it
 * of a scratch document before an update is accepted: the rest reads and renders all the same, but cannot be mended.
 */
export function isSound(ydoc: Y.Doc): boolean {
  return isClean(ydoc.getXmlFragment(BODY), 0)
}

function isClean(parent: Y.XmlFragment, depth: number): boolean {
  return (
    depth <= MAX_NESTING &&
    parent.toArray().every((child: unknown) => {
      if (child instanceof Y.XmlElement) return isClean(child, depth + 1)
      if (!(child instanceof Y.XmlText)) return false
      const delta: DeltaItem[] = child.toDelta()
      return delta.every(({ insert }) => typeof insert === 'string')
    })
  )
}

/** Writes another title, changing only the part that differs. */
export function replaceTitle(ydoc: Y.Doc, title: string, origin: unknown = null): void {
  const text = ydoc.getText(TITLE)
  const [before, after] = [deltaText(text), cleanLine(title)]
  let start = 0
  // An embed in the title counts in Yjs and not in the string: then nothing of it can be kept.
  if (text.length !== before.length) {
    ydoc.transact(() => {
      text.delete(0, text.length)
      text.insert(0, after)
    }, origin)
    return
  }
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  ydoc.transact(() => {
    text.delete(start, before.length - start - end)
    text.insert(start, after.slice(start, after.length - end))
  }, origin)
}
