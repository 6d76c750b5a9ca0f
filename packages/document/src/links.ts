import type { Node as PmNode } from 'prosemirror-model'
import { mentionHref, mentionTarget, mentionText, targetOf } from './references.ts'
import { repair } from './repair.ts'
import { type LooseNode, looseFromNode } from './tree.ts'

/** What an address stands for: a link's or a mention's target, an image's source, or a file. */
export type LinkUse = 'link' | 'image' | 'file'

/**
 * The document with each address replaced by what `change` returns for it; null removes the link (its text stays) or
 * the image (its alternative text stays). A mention that leads elsewhere then is a link. For relative links and images of
 * an import or export.
 */
export function mapLinks(doc: PmNode, change: (url: string, use: LinkUse) => string | null): PmNode {
  const href = (attrs: Record<string, unknown> | undefined) => ({
    ...attrs,
    href: typeof attrs?.href === 'string' ? change(attrs.href, 'link') : null,
  })
  const visit = (node: LooseNode): LooseNode => {
    const children = node.children?.map(visit) ?? []
    const marks = node.marks?.map((mark) => (mark.type === 'link' ? { ...mark, attrs: href(mark.attrs) } : mark)) ?? []
    if (node.type === 'mention') return mention(node, change)
    if (node.type === 'file') return { ...node, attrs: { ...node.attrs, src: change(String(node.attrs?.src), 'file') } }
    if (node.type !== 'image') return { ...node, marks, children }
    return { ...node, attrs: { ...href(node.attrs), src: change(String(node.attrs?.src), 'image') } }
  }
  return repair(visit(looseFromNode(doc)).children ?? [])
}

function mention(node: LooseNode, change: (url: string, use: LinkUse) => string | null): LooseNode {
  const { kind, id, label } = node.attrs ?? {}
  const target = mentionTarget(kind, id)
  if (target === null) return node
  const href = change(mentionHref(target), 'link')
  const now = href === null ? null : targetOf(href)
  if (now?.kind === target.kind) return { ...node, attrs: { ...now, label } }
  const text = mentionText(kind, String(label))
  return { type: 'text', text, marks: href === null ? [] : [{ type: 'link', attrs: { href } }] }
}
