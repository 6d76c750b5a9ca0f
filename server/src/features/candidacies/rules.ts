import type { Db } from '../../database/types.ts'
import { candidacyRules } from '../votes/queries/rules.ts'
import type { FrozenRules } from '../votes/queries/types.ts'

/** How the committee admits. The setting `admissions` holds what differs from these defaults. */
export interface AdmissionRules {
  rules: FrozenRules
  /** The shortest time that a vote may be open, in days. */
  minDays: number
  /** The time that it is open when nobody says how long, in days. */
  days: number
}

/** The rules of today, which the next opening freezes; votes already open keep theirs. */
export async function readAdmissionRules(db: Db): Promise<AdmissionRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'admissions').executeTakeFirst()
  const { rules, minDays = 7, days = 10 } = (row?.value ?? {}) as Partial<AdmissionRules>
  return { rules: { ...candidacyRules, ...rules }, minDays, days: Math.max(days, minDays) }
}
