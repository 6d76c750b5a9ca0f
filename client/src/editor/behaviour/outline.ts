import type { Node } from '@tiptap/pm/model'

/** A heading of the text. */
export interface OutlineItem {
  level: number
  text: string
}

const known = new WeakMap<Node, readonly OutlineItem[]>()

/** The headings of a block. Blocks never change, they are replaced: each is read once. */
function within(block: Node): readonly OutlineItem[] {
  const found = known.get(block)
  if (found) return found
  const items: OutlineItem[] = []
  const read = (node: Node): boolean => {
    if (node.type.name !== 'heading') return !node.isTextblock
    const words: string[] = []
    node.forEach(
      (child) => void (child.type.name === 'footnote' || words.push(child.isText ? child.textContent : labelOf(child))),
    )
    items.push({ level: Number(node.attrs['level']), text: words.join('').replace(/\s+/g, ' ').trim() })
    return false
  }
  if (read(block)) block.descendants(read)
  known.set(block, items)
  return items
}

const labelOf = ({ type, attrs, textContent }: Node): string => {
  const label: unknown = attrs['label'] ?? attrs['alt'] ?? attrs['name']
  if (type.name === 'hardBreak') return ' '
  return typeof label === 'string' ? label : textContent
}

/** The headings of a document, in order. */
export const outlineOf = (doc: Node): OutlineItem[] => doc.children.flatMap((block) => within(block))
