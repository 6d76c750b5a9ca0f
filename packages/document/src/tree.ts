import type { Node as PmNode } from 'prosemirror-model'

/** A mark of which nothing is known yet: the name and attributes may be anything. */
export interface LooseMark {
  type: string
  attrs?: Record<string, unknown>
}

/**
 * A document as some source gave it (Markdown, Yjs, an older schema): any node anywhere, attributes unchecked.
 * Text stands in `text`, with type 'text'. Only `repair` turns it into a document.
 */
export interface LooseNode {
  type: string
  attrs?: Record<string, unknown>
  text?: string
  marks?: LooseMark[]
  children?: LooseNode[]
}

/** A ProseMirror node as a loose tree, to bring it to the normal form. */
export function looseFromNode(node: PmNode): LooseNode {
  const marks = node.marks.map((mark) => ({ type: mark.type.name, attrs: mark.attrs }))
  if (node.isText) return { type: 'text', text: node.text ?? '', marks }
  return { type: node.type.name, attrs: node.attrs, marks, children: node.children.map(looseFromNode) }
}
