import type { Fragment, Mark, Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

const named = (node: Node | null, name: string): Mark[] => (node?.marks ?? []).filter(({ type }) => type.name === name)

function isText(content: Fragment): boolean {
  let only = true
  content.forEach((node) => {
    if (!node.isText) only = false
  })
  return only
}

/**
 * What a writer types in the middle of a suggestion: within what shall come it is part of it, so that its end never lies in two places; within
 * what shall go it stays.
 */
export function inPlace(transactions: readonly Transaction[], { doc, tr }: EditorState): Transaction | null {
  for (const [index, { steps, mapping }] of transactions.entries()) {
    for (const [at, step] of steps.entries()) {
      if (!(step instanceof ReplaceStep) || step.slice.size === 0 || !isText(step.slice.content)) continue
      const later = transactions.slice(index + 1)
      const now = (position: number, side: number): number =>
        later.reduce((place, { mapping: map }) => map.map(place, side), mapping.slice(at + 1).map(position, side))
      mend(tr, doc, now(step.from, -1), now(step.from + step.slice.size, 1))
    }
  }
  return tr.docChanged ? tr : null
}

function mend(tr: Transaction, doc: Node, from: number, to: number): void {
  if (from >= to || to > doc.content.size) return
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  if (!$from.sameParent($to)) return
  const [left, right] = [$from.nodeBefore, $to.nodeAfter]
  for (const mark of named(left, 'insertion')) {
    const within = mark.isInSet(right?.marks ?? []) && !$from.nodeAfter?.marks.some((one) => one.eq(mark))
    if (within && mark.attrs['kind'] === '') tr.addMark(from, to, mark)
  }
  for (const mark of named($from.nodeAfter, 'deletion')) tr.removeMark(from, to, mark)
}
