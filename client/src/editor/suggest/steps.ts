import type { Suggestion } from '@cenacle/document/suggestions'
import type { Editor } from '@tiptap/core'
import type { SuggestView } from './mode.ts'

/** Puts the caret into a suggestion, and shows it. */
export function goTo(editor: Editor, one: Suggestion | undefined): void {
  if (one)
    editor
      .chain()
      .setTextSelection(Math.min(one.from + 1, one.to))
      .scrollIntoView()
      .run()
}

/** To the next suggestion after the caret, or the one before; round and round. */
export function step(editor: Editor, { found, current }: SuggestView, by: 1 | -1): void {
  const { head } = editor.state.selection
  const others = found.filter((one) => one !== current)
  const next =
    by === 1
      ? (others.find(({ from }) => from >= head) ?? found[0])
      : (others.findLast(({ to }) => to <= head) ?? found.at(-1))
  goTo(editor, next)
}
