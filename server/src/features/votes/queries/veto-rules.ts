import type { Db } from '../../../database/types.ts'
import type { FrozenRules } from './types.ts'
import { vetoRules, type VetoRules } from './rules.ts'

/** What holds of vetoes for the next vote that opens, on an admission or a decision: the setting `admissions` says what differs. */
export async function readVetoRules(db: Db): Promise<VetoRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'admissions').executeTakeFirst()
  const own = ((row?.value ?? {}) as { rules?: Partial<FrozenRules> }).rules ?? {}
  const { vetoLapses = vetoRules.vetoLapses, lateVeto = vetoRules.lateVeto, vetoReaders } = own
  // Absent where everybody reads: what a vote does not have is absent from its hash.
  return { vetoLapses, lateVeto, ...(vetoReaders === 'bureau' && { vetoReaders }) }
}
