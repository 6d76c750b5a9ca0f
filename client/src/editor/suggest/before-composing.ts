import { AllSelection, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { placeFor } from './propose.ts'

/**
 * A browser composes a letter (a dead key, a word that a phone proposes) in one place of the screen, and counts that place from the beginning of the
 * text before it says that it begins. Were the letter moved in the middle of that, behind what is struck, « ^ » then « e » would become « ^ê ».
 * So what it replaces goes first.
 * @returns what is to be done when it begins, with the caret staying in its place
 */
export function beforeComposing({ selection, tr }: EditorState): Transaction | undefined {
  if (!(selection instanceof TextSelection || selection instanceof AllSelection)) return undefined
  const { from, to } = TextSelection.between(selection.$from, selection.$to)
  return from < to ? tr.delete(from, to) : undefined
}

const COMPOSES = new Set(['Dead', 'Process', 'Unidentified'])

/** The keys of such a letter come before it is begun: a caret within what is struck goes where the letter will stand. */
export function beforeKey(
  { selection, doc, tr }: EditorState,
  { key }: Pick<KeyboardEvent, 'key'>,
): Transaction | undefined {
  if (!COMPOSES.has(key) || !(selection instanceof TextSelection) || !selection.empty) return undefined
  const at = placeFor(doc, selection)
  return at === selection.from ? undefined : tr.setSelection(TextSelection.create(doc, at))
}
