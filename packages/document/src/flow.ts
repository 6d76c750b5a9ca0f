import * as Y from 'yjs'
import { nodeSuggestion, PROPOSED, SUGGESTED } from './annotations.ts'

/** Elements nested deeper than this are not looked into: no editor of ours wrote them. */
const MAX_NESTING = 100
/** What stands for something within a text that is none: one unit long, as in Yjs. */
const EMBED = '\ufffc'
/**
 * The nodes on whose text something can be said. What stands within their lines and has a text of its own (a formula, a footnote) is read
 * past: a formula takes no marks, and a note is not read where it is written.
 */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock'])
const FORMULA = 'mathBlock'
export const isTextBlock = (name: string): boolean => TEXT_BLOCKS.has(name)

/** A stretch of text with one set of attributes. */
export interface Run {
  text: Y.XmlText
  /** Where it begins in its Y.Text. */
  at: number
  /** Where it begins in the flow. */
  from: number
  length: number
  attributes: Readonly<Record<string, unknown>>
}

/** The text of a page from beginning to end; each piece of text that stands apart ends with a line feed. Lengths are UTF-16 units, as in Yjs. */
export interface Flow {
  text: string
  runs: Run[]
}

/** A mark's name: y-prosemirror appends a hash to the names of marks that may overlap. */
export const markName = (attribute: string): string => attribute.replace(/--[a-zA-Z0-9+/=]{8}$/, '')

/** Is this text only suggested, and not part of the page? */
export const isProposed = ({ attributes }: Pick<Run, 'attributes'>): boolean =>
  Object.keys(attributes).some((name) => markName(name) === PROPOSED)

const isRead = (child: Y.XmlElement, proposed: Proposed): boolean =>
  child.nodeName !== FORMULA && (proposed === 'all' || nodeSuggestion(child.getAttribute(SUGGESTED))?.what !== PROPOSED)

/** What counts of that which is only suggested: nothing, words beside words that are read, or whole nodes too. */
export type Proposed = 'none' | 'words' | 'all'

/** Reads the text of a page for finding places in it. Never throws, whatever a peer put there. */
export function flowOf(fragment: Y.XmlFragment, proposed: Proposed): Flow {
  const runs: Run[] = []
  let text = ''
  const readText = (node: Y.XmlText): void => {
    let at = 0
    for (const { insert, attributes = {} } of node.toDelta() as {
      insert: unknown
      attributes?: Record<string, unknown>
    }[]) {
      const piece = typeof insert === 'string' ? insert : EMBED
      const run = { text: node, at, from: text.length, length: piece.length, attributes }
      at += piece.length
      if (proposed === 'none' && isProposed(run)) continue
      runs.push(run)
      text += piece
    }
    text += '\n'
  }
  const read = (parent: Y.XmlFragment, depth: number): void => {
    if (depth > MAX_NESTING) return
    const isBlock = parent instanceof Y.XmlElement && isTextBlock(parent.nodeName)
    const children: unknown[] = parent.toArray()
    for (const child of children) {
      if (child instanceof Y.XmlText) readText(child)
      else if (child instanceof Y.XmlElement && !isBlock && isRead(child, proposed)) read(child, depth + 1)
    }
    if (isBlock && !children.some((child) => child instanceof Y.XmlText)) text += '\n'
  }
  read(fragment, 0)
  return { text, runs }
}
