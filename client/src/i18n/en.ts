import { accounts } from './en/accounts.ts'
import { admin } from './en/admin.ts'
import { app } from './en/app.ts'
import { forum } from './en/forum.ts'
import { home } from './en/home.ts'
import { ui } from './en/ui.ts'
import { pageState } from './en/page-state.ts'
import { tree } from './en/tree.ts'
import { comments } from './en/comments.ts'
import { recovered } from './en/recovered.ts'
import { suggestions } from './en/suggestions.ts'
import { wiki } from './en/wiki.ts'
import type { fr } from './fr.ts'
import type { Translated } from './message.ts'

/** The same texts in English; the compiler asks for each key. */
export const messages: Translated<typeof fr> = {
  ...ui,
  ...app,
  ...accounts,
  ...admin,
  ...home,
  ...wiki,
  ...tree,
  ...pageState,
  ...comments,
  ...recovered,
  ...suggestions,
  ...forum,
}
