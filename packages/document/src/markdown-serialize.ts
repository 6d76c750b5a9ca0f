import type { Node as PmNode } from 'prosemirror-model'
import { EMPTY_PARAGRAPH, escapePipes, protectEdges, protectStart } from './markdown-escape.ts'
import { inlineLines } from './markdown-inline.ts'
import { normalize } from './repair.ts'

/**
 * The canonical Markdown of a document: `parseMarkdown(serializeMarkdown(doc))` is `normalize(doc)`, and the text is
 * a fixed point. Ends with a line feed, unless it is empty. Takes any document, in normal form or not.
 */
export function serializeMarkdown(doc: PmNode): string {
  const normal = normalize(doc)
  const only = normal.childCount === 1 ? normal.firstChild : null
  if (only?.type.name === 'paragraph' && only.content.size === 0) return ''
  const notes: PmNode[] = []
  const body = blocks(normal, notes)
  // A footnote holds no others: `notes` does not grow here.
  const definitions = notes.map((note, i) => `[^${i + 1}]: ${definition(note, notes)}`.trimEnd())
  return `${[body, ...(definitions.length > 0 ? [definitions.join('\n')] : [])].join('\n\n')}\n`
}

function definition(note: PmNode, notes: PmNode[]): string {
  return protectEdges(inlineLines(note.children, { inCell: false, notes }).join(' '))
}

type Form = (node: PmNode, previous: number, notes: PmNode[]) => string

/** How each block is written. `previous` counts the lists of the same look right before, `notes` gathers the footnotes. */
export const BLOCK_FORMS: Record<string, Form> = {
  paragraph: (node, _, notes) =>
    node.content.size === 0 ? EMPTY_PARAGRAPH : paragraph(inlineLines(node.children, { inCell: false, notes })),
  heading: (node, _, notes) => `${'#'.repeat(node.attrs.level)} ${headingText(node, notes)}`.trimEnd(),
  bulletList: (node, previous, notes) => list(node, () => bullet(previous), notes),
  taskList: (node, previous, notes) => list(node, () => bullet(previous), notes),
  orderedList: (node, previous, notes) =>
    list(node, (i) => `${node.attrs.start + i}${previous % 2 === 0 ? '.' : ')'} `, notes),
  blockquote: (node, _, notes) => quote(blocks(node, notes)),
  codeBlock: (node) => {
    const fence = '`'.repeat(1 + longest(node.textContent, /`+/g, 2))
    return `${fence}${node.attrs.language ?? ''}\n${node.textContent}\n${fence}`
  },
  mathBlock: (node) => (node.textContent === '' ? '$$\n$$' : `$$\n${node.textContent}\n$$`),
  table,
  callout: (node, _, notes) => {
    const body = blocks(node, notes)
    const colons = ':'.repeat(1 + longest(body, /:{3,}/g, 2))
    return `${colons} ${node.attrs.kind} ${node.attrs.title}`.trimEnd() + `\n${body}\n${colons}`
  },
  horizontalRule: () => '***',
}

function bullet(previous: number): string {
  return previous % 2 === 0 ? '- ' : '+ '
}

function longest(text: string, run: RegExp, least: number): number {
  let length = least
  for (const [found] of text.matchAll(run)) length = Math.max(length, found.length)
  return length
}

function blocks(parent: PmNode, notes: PmNode[]): string {
  let previous = 0
  let look = ''
  return parent.children
    .map((node) => {
      const name = node.type.name
      const own = name === 'taskList' ? 'bulletList' : name
      previous = own === look ? previous + 1 : 0
      look = own
      return (BLOCK_FORMS[name] as Form)(node, previous, notes)
    })
    .join('\n\n')
}

function paragraph(lines: string[]): string {
  // A backslash only ends a line that another one follows: breaks at the end of the paragraph are tags.
  const last = lines.findLastIndex((line) => line !== '')
  const tail = '<br>'.repeat(lines.length - 1 - Math.max(0, last))
  const safe = lines.slice(0, Math.max(0, last) + 1).map((line) => protectStart(protectEdges(line)))
  return safe.join('\\\n') + tail
}

function headingText(node: PmNode, notes: PmNode[]): string {
  return protectEdges(inlineLines(node.children, { inCell: false, notes }).join('<br>')).replace(/#$/, '\\#')
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** Behind its marker, and indented as far. */
function indent(marker: string, text: string): string {
  const space = ' '.repeat(marker.length)
  return marker + text.replace(/\n(?=[^\n])/g, `\n${space}`)
}

/** Can the item's blocks follow each other without a blank line, as everybody writes lists? */
function isTight(item: PmNode): boolean {
  const [first, second] = item.children
  if (first?.type.name !== 'paragraph' || item.childCount > 2) return false
  // A lone `<br>` is an HTML block, which goes on to the next blank line.
  if (first.childCount === 1 && first.firstChild?.type.name === 'hardBreak') return false
  if (second === undefined) return true
  // An ordered list can only interrupt a paragraph when it starts at 1.
  const follows = second.type.name === 'orderedList' ? second.attrs.start === 1 : second.type.name.endsWith('List')
  return follows && second.children.every(isTight)
}

function list(node: PmNode, marker: (index: number) => string, notes: PmNode[]): string {
  const tight = node.children.every(isTight)
  return node.children
    .map((item, i) => {
      const body = tight
        ? item.children.map((child) => (BLOCK_FORMS[child.type.name] as Form)(child, 0, notes)).join('\n')
        : blocks(item, notes)
      if (item.type.name === 'listItem') return indent(marker(i), body)
      // The box belongs to the text: what follows is indented to the bullet, not to the box.
      return indent(marker(i), `${item.attrs.checked ? '[x]' : '[ ]'} ${body}`)
    })
    .join(tight ? '\n' : '\n\n')
}

const DELIMITERS: Record<string, string> = { left: ':---', center: ':---:', right: '---:' }

function table(node: PmNode, _: number, notes: PmNode[]): string {
  const rows = node.children.map((row) => `| ${row.children.map((child) => cell(child, notes)).join(' | ')} |`)
  const aligns = node.firstChild?.children.map(({ attrs }) => DELIMITERS[attrs.align] ?? '---') ?? []
  rows.splice(1, 0, `| ${aligns.join(' | ')} |`)
  return rows.join('\n')
}

function cell(node: PmNode, notes: PmNode[]): string {
  const lines = (child: PmNode) => inlineLines(child.children, { inCell: true, notes })
  return node.children.map((child) => escapePipes(protectEdges(lines(child).join('<br>')))).join('<p>')
}
