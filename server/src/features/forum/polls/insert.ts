import type { z } from 'zod'
import type { pollBody } from '@cenacle/contract/poll'
import { foldName } from '@cenacle/contract/text'
import type { Tx } from '../../../database/types.ts'
import { invalidField } from '../../../problem.ts'
import { instantOf } from '../../../time.ts'

export type NewPoll = z.output<typeof pollBody>

/**
 * What no schema says: options that read alike, an end that is over.
 * @param pointer where the poll stands in the body
 * @throws Problem invalid, which names the field
 */
export function checkPoll({ options, closesAt }: NewPoll, now: Date, pointer: string): void {
  const folded = options.map(foldName)
  const again = folded.findIndex((text, i) => folded.indexOf(text) < i)
  if (again !== -1) throw invalidField(`${pointer}/options/${again}`, 'duplicate')
  if (closesAt !== null && instantOf(closesAt) <= now) throw invalidField(`${pointer}/closesAt`, 'date-past')
}

/** Puts a poll below a post. @returns its id, or undefined where one stands there already */
export async function insertPoll(
  ctx: { db: Tx; now(): Date; newId(): string },
  postId: string,
  { question, options, multiple, closesAt }: NewPoll,
): Promise<string | undefined> {
  const row = { post_id: postId, question, options, multiple, closes_at: closesAt, created_at: ctx.now() }
  const inserted = await ctx.db
    .insertInto('poll')
    .values({ id: ctx.newId(), ...row, closed_at: null })
    .onConflict((oc) => oc.column('post_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}
