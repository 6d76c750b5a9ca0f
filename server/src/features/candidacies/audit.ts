import { canonical, type Json } from '@cenacle/tally/canonical'
import { sha256 } from '../../ids.ts'
import type { CandidacyRow, Filing, InTx } from './rows.ts'

/** A step before there is a vote, and so a log. */
interface EarlyStep {
  type: string
  actor: string | number
  /** Whose account it was, where there is one. */
  by?: string | undefined
  from: string
  to: string
  reason?: string | undefined
}

/**
 * Writes that a candidacy was filed: by which way, and the salted hash of what was filed. The salt stays with the file, so that
 * once that is forgotten the hash tells nothing of anybody.
 */
export async function auditFiling(ctx: InTx, candidacyId: string, salt: string, filing: Filing): Promise<void> {
  const { name, email, college, employer, motivation, sponsorNamed = '', sponsorId, submittedBy, consent } = filing
  const channel = consent ? 'form' : submittedBy !== null && submittedBy === sponsorId ? 'member' : 'administration'
  const payload = hashOf(salt, { name, email, college, employer, motivation, sponsorNamed })
  await write(ctx, 'candidacy.submitted', submittedBy, { candidacyId, channel, sponsorId, payload })
}

/** Writes a transition that no vote's log can hold. Of a reason, its hash alone, with the salt of the file. */
export async function auditStep(
  ctx: InTx,
  { id, filing_salt }: Pick<CandidacyRow, 'id' | 'filing_salt'>,
  { type, actor, by, from, to, reason }: EarlyStep,
): Promise<void> {
  const told = reason === undefined || filing_salt === null ? {} : { reason: hashOf(filing_salt, { reason }) }
  await write(ctx, type, by ?? null, { candidacyId: id, actor, from, to, ...told })
}

const hashOf = (salt: string, payload: { [key: string]: Json }): string => sha256(canonical({ salt, ...payload }))

async function write(ctx: InTx, type: string, actor_id: string | null, detail: object): Promise<void> {
  const row = { id: ctx.newId(), actor_id, type, detail: JSON.stringify(detail), at: ctx.now() }
  await ctx.db.insertInto('audit').values(row).execute()
}
