import type { z } from 'zod'
import type { changeEditionBody, createEditionBody } from '@cenacle/contract/award'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { isBeforeJury, isBeforeSeal } from '../../policy/award.ts'
import { invalidField, Problem } from '../../problem.ts'
import { instantOf } from '../../time.ts'
import { allowChange, allowDates, differences } from './freeze.ts'
import { allowRunning, type EditionRow, noteDone, runEdition } from './rows.ts'

type NewEdition = z.output<typeof createEditionBody>

const instantOrNull = (iso: string | null): Date | null => (iso === null ? null : instantOf(iso))

/** Prepares an edition. @returns its id. @throws Problem not-found, forbidden; invalid for a calendar that goes backwards */
export async function createEdition(ctx: PersonContext, body: NewEdition): Promise<string> {
  await allowRunning(ctx)
  const html = body.text === '' ? '' : await ctx.renderPost(body.text)
  return inTx(ctx, async (ctx) => {
    const space = await ctx.db
      .selectFrom('space')
      .select('id')
      .where('kind', '=', 'committee')
      .executeTakeFirstOrThrow()
    const { callClosesAt, juryClosesAt, embargoAt, ...plain } = body
    const id = ctx.newId()
    const calendar = calendarOf({ callClosesAt, juryClosesAt, embargoAt })
    await ctx.db
      .insertInto('award_edition')
      .values({ id, space_id: space.id, ...plain, ...calendar, html, created_by: ctx.viewer.id, created_at: ctx.now() })
      .execute()
    await noteDone(ctx, { id, space_id: space.id }, 'edition.prepared')
    return id
  })
}

/**
 * Changes an edition before its jury opens, and its embargo until it is sealed. Once its call is open, what a conflict of interest
 * takes away is frozen, and the dates that were announced only move later.
 * @throws Problem edition-frozen, rules-frozen, calendar-forward
 */
export async function changeEdition(
  ctx: PersonContext,
  id: string,
  body: z.output<typeof changeEditionBody>,
): Promise<void> {
  await allowRunning(ctx)
  const changes = { ...body, ...asInstants(body) }
  const html = changes.text === undefined ? undefined : changes.text && (await ctx.renderPost(changes.text))
  await inTx(ctx, async (ctx) => {
    const held = await runEdition(ctx, id)
    const { edition, phase } = held
    const changed = differences(saidOf(edition), changes)
    const names = Object.keys(changed)
    const isEmbargoAlone = names.every((name) => name === 'embargoAt')
    if (!isBeforeJury(phase) && !(isEmbargoAlone && isBeforeSeal(phase))) throw new Problem('edition-frozen')
    if (names.length === 0) return
    if (names.includes('scope')) allowChange(held)
    const { callClosesAt, juryClosesAt, embargoAt, ...plain } = { ...saidOf(edition), ...changes }
    const calendar = calendarOf({ callClosesAt, juryClosesAt, embargoAt })
    if (edition.called_at && !calendar.call_closes_at) throw invalidField('/callClosesAt', 'required')
    allowDates(held, calendar)
    await ctx.db
      .updateTable('award_edition')
      .set({ ...plain, ...calendar, ...(html !== undefined && { html }) })
      .where('id', '=', id)
      .execute()
    await noteDone(ctx, edition, 'edition.changed', { changes: changed })
  })
}

/** What can be changed of an edition, as it is said. */
const saidOf = ({ name, year, partner, text, scope, ...edition }: EditionRow): NewEdition => ({
  name,
  year,
  partner,
  text,
  scope,
  callClosesAt: isoOf(edition.call_closes_at),
  juryClosesAt: isoOf(edition.jury_closes_at),
  embargoAt: isoOf(edition.embargo_at),
})

/** The dates among what is said, each as it is stored. */
const asInstants = (said: z.output<typeof changeEditionBody>): Partial<NewEdition> =>
  Object.fromEntries(
    (['callClosesAt', 'juryClosesAt', 'embargoAt'] as const).flatMap((name) => {
      const at = said[name]
      return at === undefined ? [] : [[name, isoOf(instantOrNull(at))]]
    }),
  )

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null

/** @throws Problem invalid where something ends before what comes before it */
function calendarOf(said: Pick<NewEdition, 'callClosesAt' | 'juryClosesAt' | 'embargoAt'>) {
  const [call, jury, embargo] = [said.callClosesAt, said.juryClosesAt, said.embargoAt].map(instantOrNull)
  if (call && jury && jury <= call) throw invalidField('/juryClosesAt', 'date-too-soon')
  if (embargo && ((jury && embargo <= jury) || (call && embargo <= call)))
    throw invalidField('/embargoAt', 'date-too-soon')
  return { call_closes_at: call ?? null, jury_closes_at: jury ?? null, embargo_at: embargo ?? null }
}
