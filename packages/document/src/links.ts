import type { Node as PmNode } from 'prosemirror-model'
import { repair } from './repair.ts'
import { type LooseNode, looseFromNode } from './tree.ts'

/** What an address stands for: a link's target, or an image's source. */
export type LinkUse = 'link' | 'image'

/**
 * The document with each address replaced by what `change` returns for it; null removes the link (its text stays) or
 * the image (its alternative text stays). For relative links and images of an import or export.
 */
export function mapLinks(doc: PmNode, change: (url: string, use: LinkUse) => string | null): PmNode {
  const href = (attrs: Record<string, unknown> | undefined) => ({
    ...attrs,
    href: typeof attrs?.href === 'string' ? change(attrs.href, 'link') : null,
  })
  const visit = (node: LooseNode): LooseNode => {
    const children = node.children?.map(visit) ?? []
    const marks = node.marks?.map((mark) => (mark.type === 'link' ? { ...mark, attrs: href(mark.attrs) } : mark)) ?? []
    if (node.type !== 'image') return { ...node, marks, children }
    return { ...node, attrs: { ...href(node.attrs), src: change(String(node.attrs?.src), 'image') } }
  }
  return repair(visit(looseFromNode(doc)).children ?? [])
}
