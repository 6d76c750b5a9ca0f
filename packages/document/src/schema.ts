/**
 * The schema of a page. Every node has exactly one Markdown form, which `markdown-serialize.ts` writes and
 * `markdown-parse.ts` reads back to the same document; a test fails when a node or mark lacks one.
 *
 * | node | Markdown form |
 * | --- | --- |
 * | paragraph | one line; empty: `&nbsp;` (a page that is one empty paragraph: the empty text) |
 * | heading (level 1–6) | `##` … on one line |
 * | bulletList, listItem | `- item`; a list right after another bullet or task list: `+ item`, in turn |
 * | orderedList (start) | `1. item`, `2. item` …; a list right after another ordered list: `1) item`, in turn |
 * | taskList, taskItem (checked) | `- [ ] item`, `- [x] item` |
 * | blockquote | `> ` before each line |
 * | codeBlock (language) | a fence of three backticks, or of one more than the longest run inside |
 * | table, tableRow, tableHeader, tableCell (align) | a GFM table with outer pipes; the first row is the header |
 * | … paragraphs of a cell | separated by `<p>`; an empty cell is empty |
 * | callout (kind, title) | `::: tip Title` … `:::`, with one colon more outside than inside |
 * | mathBlock (TeX inside) | `$$`, the TeX, `$$`, on lines of their own |
 * | horizontalRule | `***` (`---` could be front matter or a list) |
 * | image (src, alt, title, href) | `![alt](src "title")`, within a link `[![alt](src)](href)` |
 * | … decorative | `![](src "décorative")`; without description and title, nobody has decided yet |
 * | footnote (text, formulas, mentions inside) | `[^1]`, in order; at the end of the page `[^1]: …`, each on one line |
 * | math (TeX inside) | `$…$`; where that would not be read (a dollar inside, a digit behind): `<math>…</math>` |
 * | mention (kind, id, label) | `[@Prénom Nom](/personnes/id)`, `[[Titre]](/pages/id)` |
 * | file (src, name, size) | `[nom.pdf](src "fichier, 1234 octets")` |
 * | hardBreak | a backslash at the end of the line; `<br>` at the end of a paragraph, in headings and cells |
 * | text | escaped only where it would mean something; spaces at the edge of a line as `&#32;` |
 *
 * | mark | Markdown form |
 * | --- | --- |
 * | bold, italic, strike | `**a**`, `_a_`, `~~a~~`; where these would not parse (spaces inside): `<b>`, `<i>`, `<s>` |
 * | code | a span of backticks; in the few cases that one cannot say (a tab, `\|` in a table): `<code>` |
 * | link (href, title) | `[text](href "title")`; an address that is its own text: `<https://…>` |
 *
 * What Markdown cannot say does not occur: merged cells, column widths, tables without a header row, marks on anything
 * but text, notes in notes, containers nested deeper than MAX_DEPTH. `repair.ts` brings any input to that normal form; the lists and
 * tables of the editor must not offer it.
 */
import { Schema } from 'prosemirror-model'
import { marks } from './marks.ts'
import { nodes } from './nodes.ts'

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The one schema of pages, for the server, the editor and the exports. */
export const schema: Schema<NodeName, MarkName> = new Schema({ nodes, marks, topNode: 'doc' })
