import { useMemo, useState } from 'react'
import type { FormulaPlace } from '../behaviour/formulas.ts'
import type { Asked } from './asked.ts'

/** Which dialog is open, and what it is about. */
export interface Asking {
  asked: Asked | undefined
  /** What was pasted or dropped. */
  file: File | undefined
  /** The formula to change. */
  formula: FormulaPlace | undefined
}

const nothing: Asking = { asked: undefined, file: undefined, formula: undefined }

/** The dialogs of the editor, one at a time. What opens them stays the same for as long as the editor does. */
export function useAsked() {
  const [asking, setAsking] = useState(nothing)
  const acts = useMemo(
    () => ({
      ask: (asked: Asked) => setAsking({ ...nothing, asked }),
      link: () => setAsking({ ...nothing, asked: 'link' }),
      help: () => setAsking({ ...nothing, asked: 'help' }),
      image: (file: File) => setAsking({ ...nothing, asked: 'image', file }),
      file: (file: File) => setAsking({ ...nothing, asked: 'file', file }),
      formula: (formula: FormulaPlace) => setAsking({ ...nothing, asked: 'formula', formula }),
      close: () => setAsking(nothing),
    }),
    [],
  )
  return { asking, acts }
}
