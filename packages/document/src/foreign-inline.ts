import type { LooseMark, LooseNode } from './tree.ts'

const MARKS = new Set(['bold', 'italic', 'strike', 'code'])
const isSpace = (node: LooseNode | undefined): boolean => node?.type === 'text' && /^[ \u00a0]*$/.test(node.text ?? '')
const isBreak = (node: LooseNode | undefined): boolean => node?.type === 'hardBreak'

/**
 * One line of a foreign document without the noise: white space as a browser shows it, nothing at the edges, no bold space.
 * @returns an empty list when nothing is to be read there
 */
export function tidyLine(nodes: readonly LooseNode[]): LooseNode[] {
  const line = trimmed(collapsed(nodes.flatMap(split)))
  return line.map((node, i) => (isSpace(node) ? { ...node, marks: shared(line[i - 1], line[i + 1]) } : node))
}

/** A text with its edges apart: « gras » in bold is often written with the space after it. */
function split(node: LooseNode): LooseNode[] {
  if (node.type !== 'text') return [node]
  const text = (node.text ?? '').replace(/[\u200b\ufeff]/g, '').replace(/[ \t\n\r\f]+/g, ' ')
  const [, before = '', middle = '', after = ''] = /^( ?)([^]*?)( ?)$/.exec(text) ?? []
  return [before, middle, after].filter((part) => part !== '').map((part) => ({ ...node, text: part }))
}

function collapsed(nodes: readonly LooseNode[]): LooseNode[] {
  const result: LooseNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.text === ' ' && (last === undefined || isBreak(last) || last.text === ' ')) continue
    if (isBreak(node) && isSpace(last)) result.pop()
    result.push(node)
  }
  return result
}

function trimmed(nodes: LooseNode[]): LooseNode[] {
  const isEdge = (node: LooseNode): boolean => isSpace(node) || isBreak(node)
  const from = nodes.findIndex((node) => !isEdge(node))
  return from === -1 ? [] : nodes.slice(from, nodes.findLastIndex((node) => !isEdge(node)) + 1)
}

/** The marks that both neighbours of a space have. */
function shared(before: LooseNode | undefined, after: LooseNode | undefined): LooseMark[] {
  const same = (a: LooseMark, b: LooseMark): boolean => a.type === b.type && a.attrs?.['href'] === b.attrs?.['href']
  return (before?.marks ?? []).filter((mark) => after?.marks?.some((other) => same(mark, other)))
}

/** The same line without its emphasis: a heading is bold already. */
export const plainLine = (nodes: readonly LooseNode[]): LooseNode[] =>
  nodes.map((node) => (node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== 'bold') } : node))

/** Is all of it bold, so that it says nothing? */
export const isAllBold = (nodes: readonly LooseNode[]): boolean =>
  nodes.length > 0 &&
  nodes.every((node) => isSpace(node) || isBreak(node) || node.marks?.some(({ type }) => type === 'bold') === true)

/** What a text looks like, from the elements around it. */
export interface Looks {
  marks: ReadonlySet<string>
  link: LooseMark | undefined
}

export const plainLooks: Looks = { marks: new Set(), link: undefined }

/** Looks as the marks of a node, in the order of the schema. */
export function marksOf({ marks, link }: Looks): LooseMark[] {
  const own = [...MARKS].filter((type) => marks.has(type)).map((type) => ({ type }))
  return link ? [link, ...own] : own
}
