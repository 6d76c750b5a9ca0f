import { accounts } from './fr/accounts.ts'
import { admin } from './fr/admin.ts'
import { app } from './fr/app.ts'
import { forum } from './fr/forum.ts'
import { home } from './fr/home.ts'
import { ui } from './fr/ui.ts'
import { pageState } from './fr/page-state.ts'
import { tree } from './fr/tree.ts'
import { comments } from './fr/comments.ts'
import { recovered } from './fr/recovered.ts'
import { suggestions } from './fr/suggestions.ts'
import { wiki } from './fr/wiki.ts'
import type { Dictionary } from './message.ts'
import { typesetAll } from './typeset.ts'

/** Every text of the interface, as its authors typed it; one file per feature in fr/. Keys are the same in en/. */
export const fr = {
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
} as const satisfies Dictionary

/** The texts as they are shown, with French spaces. */
export const messages = typesetAll(fr)
