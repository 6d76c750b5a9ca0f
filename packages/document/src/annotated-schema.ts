import { Schema } from 'prosemirror-model'
import { ANNOTATIONS, annotations, suggestible } from './annotations.ts'
import { marks } from './marks.ts'
import { nodes } from './nodes.ts'

/**
 * The schema of a page with what is said about it, as the editor knows it: for what writes into a page's Yjs document. Nothing that is
 * read of a page has it.
 */
export const annotatedSchema = new Schema({
  nodes: suggestible({ ...nodes, codeBlock: { ...nodes.codeBlock, marks: ANNOTATIONS } }),
  marks: { ...marks, ...annotations },
  topNode: 'doc',
})
