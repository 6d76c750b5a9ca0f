import { app } from './fr/app.ts'
import { ui } from './fr/ui.ts'
import type { Dictionary } from './message.ts'
import { typesetAll } from './typeset.ts'

/** Every text of the interface, as its authors typed it; one file per feature in fr/. Keys are the same in en/. */
export const fr = { ...ui, ...app } as const satisfies Dictionary

/** The texts as they are shown, with French spaces. */
export const messages = typesetAll(fr)
