import { importLimits } from '@cenacle/contract/import-limits'
import { useSay } from './texts/say.ts'

const ours = [
  'import-empty',
  'import-too-many',
  'docx-unreadable',
  'archive-unreadable',
  'archive-unsafe',
  'archive-duplicate',
  'archive-encrypted',
  'archive-bomb',
  'too-large',
  'forbidden',
] as const
type Ours = (typeof ours)[number]
const ourCode = (code: string | undefined): Ours | undefined => ours.find((known) => known === code)

/** Bytes as the million that people read. */
export const LIMIT_MB = Math.round(importLimits.uploadBytes / (1024 * 1024))

/** Why an import was refused or interrupted, by the code of the problem; undefined for one that says itself. */
export function useImportProblem(): (code: string | undefined) => string | undefined {
  const t = useSay()
  return (code) => {
    const known = ourCode(code)
    return known && t(`import.problem.${known}`, { size: LIMIT_MB })
  }
}
