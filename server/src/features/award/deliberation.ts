import type { z } from 'zod'
import type { deliberateBody, DeliberationAnswer } from '@cenacle/contract/award-jury'
import { deliberationFault } from '@cenacle/tally/medals'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { invalidField, Problem } from '../../problem.ts'
import { latest } from '../../time.ts'
import { presentAuthor } from '../accounts/present.ts'
import { releaseVote } from '../votes/commands/release.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { recusedIn } from './conflicts-found.ts'
import { lateConflictsOf } from './late-conflicts.ts'
import { palmaresOf, rankedEntries, sealOf } from './palmares-of.ts'
import {
  type ActingInTx,
  allowRunning,
  committeeRole,
  getCategory,
  getEdition,
  type Held,
  listCategoryRows,
  lockEdition,
  noteDone,
} from './rows.ts'
import { listShortlistVotes } from './shortlist/vote-rows.ts'
import { holdSigners, lapsedOf, unsign } from './signatures.ts'

/** Who runs the award deliberates, unless they have a conflict of interest in it. @throws Problem not-found, forbidden, jury-not-closed, edition-frozen */
async function holdDeliberation(ctx: ActingInTx, editionId: string): Promise<Held> {
  const held = await lockDeliberating(ctx, editionId)
  refuseElsewhere(held)
  return held
}

/** The same with the edition's lock, taken first: who is recused at this moment takes no part any more. @throws Problem as below */
export async function lockDeliberating(ctx: ActingInTx, editionId: string): Promise<Held> {
  await allowRunning(ctx)
  const held = await lockEdition(ctx.db, editionId)
  await allowDeliberating(ctx, editionId)
  return held
}

/** Who may take part in what is decided about a palmarès, before it and after. @throws Problem not-found, forbidden */
export async function allowDeliberating(ctx: PersonContext, editionId: string): Promise<Held> {
  allow(policy.read(ctx.viewer), 'not-found')
  const role = await committeeRole(ctx)
  allow(policy.run(ctx.viewer, role))
  const held = await getEdition(ctx, editionId)
  allow(policy.deliberate(ctx.viewer, { role }, await isRecused(ctx, held)))
  return held
}

/** The viewer has a conflict of interest with something that is nominated. */
export async function isRecused(
  ctx: Pick<PersonContext, 'db' | 'viewer'>,
  { edition }: { edition: Pick<Held['edition'], 'id' | 'scope' | 'jury_at'> },
): Promise<boolean> {
  return (await recusedIn(ctx.db, edition)).has(ctx.viewer.id)
}

function refuseElsewhere({ phase }: Held): void {
  if (phase === 'jury') throw new Problem('jury-not-closed')
  if (phase !== 'deliberation') throw new Problem('edition-frozen')
}

/** What those who deliberate see: results, medals as they would be given, signatures. @throws Problem as above */
export const readDeliberation = (ctx: PersonContext, editionId: string): Promise<DeliberationAnswer> =>
  inTx(ctx, async (ctx) => {
    const held = await allowDeliberating(ctx, editionId)
    refuseElsewhere(held)
    const palmares = await palmaresOf(ctx.db, held.edition)
    const { hash } = sealOf(palmares)
    const rows = await ctx.db
      .selectFrom('award_signature as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .select(['p.id', 'p.name', 'p.portrait_key', 's.hash', 's.signed_at'])
      .where('s.edition_id', '=', editionId)
      .orderBy('s.signed_at')
      .execute()
    const lapsed = await lapsedOf(
      ctx,
      held,
      rows.map(({ id }) => id),
    )
    const signatures = rows.map(({ hash: signed, signed_at, ...person }) => ({
      person: presentAuthor(person),
      at: signed_at.toISOString(),
      lapsed: lapsed.has(person.id),
      current: signed === hash && !lapsed.has(person.id),
    }))
    const hasSigned = signatures.some(({ person, current }) => current && person.id === ctx.viewer.id)
    const lateConflicts = await lateConflictsOf(ctx.db, editionId)
    return { palmares, hash, lateConflicts, signatures, can: { decide: true, sign: !hasSigned } }
  })

/**
 * Decides of one category what a deliberation may: the order of those exactly level, and medals that nobody gets. Signatures given
 * before are of another palmarès then, and count no more.
 * @returns the edition's id
 * @throws Problem as above; invalid for a group that is not exactly level, or a medal that is none
 */
export const deliberate = (
  ctx: PersonContext,
  categoryId: string,
  { ties, withheld }: z.output<typeof deliberateBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    allow(policy.read(ctx.viewer), 'not-found')
    allow(policy.run(ctx.viewer, await committeeRole(ctx)))
    const category = await getCategory(ctx.db, categoryId)
    const held = await holdDeliberation(ctx, category.edition_id)
    const standing = (await votesWithStatus(ctx.db, [category.vote_id ?? ''].filter(Boolean))).get(
      category.vote_id ?? '',
    )
    if (!standing?.evaluation) throw new Problem('jury-not-closed')
    const entries = await ctx.db
      .selectFrom('award_entry')
      .select(['id', 'option_id'])
      .where('category_id', '=', categoryId)
      .where('option_id', 'is not', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    const ranking = rankedEntries(standing.evaluation, entries)
    const medals = withheld.map(({ medal }) => medal)
    const fault = deliberationFault(ranking, category.medals, { ties, withheld: medals })
    if (fault?.kind === 'tie') throw invalidField(`/ties/${fault.index}/order`, 'not-allowed')
    if (fault) throw invalidField(`/withheld/${fault.index}/medal`, 'not-allowed')
    await ctx.db
      .updateTable('award_category')
      .set({ ties: JSON.stringify(ties), withheld: JSON.stringify(withheld) })
      .where('id', '=', categoryId)
      .execute()
    await noteDone(ctx, held.edition, 'category.deliberated', { categoryId, ties, withheld })
    return held.edition.id
  })

/**
 * Signs the palmarès that has this hash. The second person's signature seals it, and says from which instant on it is public: the
 * embargo's, or now where that is past. A signature before it whose author does not run the award any more is dropped, which the
 * edition's events say: this one is the first then.
 * @throws Problem as above; already-signed; conflict when the palmarès is another one by now
 */
export const signPalmares = (ctx: PersonContext, editionId: string, hash: string): Promise<{ sealed: boolean }> =>
  inTx(ctx, async (ctx) => {
    const held = await holdDeliberation(ctx, editionId)
    const { edition, now } = held
    const content = await palmaresOf(ctx.db, edition)
    const seal = sealOf(content)
    if (seal.hash !== hash)
      throw new Problem('conflict', { detail: 'Le palmarès a changé depuis que vous l’avez lu : relisez-le.' })
    await dropLapsed(ctx, held)
    const signature = { hash, signed_at: now }
    const signed = await ctx.db
      .insertInto('award_signature')
      .values({ edition_id: editionId, person_id: ctx.viewer.id, ...signature })
      .onConflict((oc) =>
        oc.columns(['edition_id', 'person_id']).doUpdateSet(signature).where('award_signature.hash', '<>', hash),
      )
      .returning('person_id')
      .executeTakeFirst()
    if (!signed) throw new Problem('already-signed')
    const { count } = await ctx.db
      .selectFrom('award_signature')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('edition_id', '=', editionId)
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow()
    const sealed = Number(count) >= 2
    if (sealed) await sealEdition(ctx, held, seal)
    await noteDone(ctx, edition, sealed ? 'palmares.sealed' : 'palmares.signed', { hash })
    return { sealed }
  })

async function dropLapsed(ctx: ActingInTx, held: Held): Promise<void> {
  const given = await ctx.db
    .selectFrom('award_signature')
    .select(['person_id', 'hash'])
    .where('edition_id', '=', held.edition.id)
    .execute()
  const lapsed = await holdSigners(
    ctx,
    held,
    given.map(({ person_id }) => person_id),
  )
  for (const { person_id: personId, hash } of given) {
    if (!lapsed.has(personId)) continue
    await unsign(ctx, held, personId)
    await noteDone(ctx, held.edition, 'signature.dropped', { personId, hash })
  }
}

async function sealEdition(
  ctx: ActingInTx,
  { edition, now }: Held,
  seal: { text: string; hash: string },
): Promise<void> {
  const published_at = latest(edition.embargo_at ?? now, now)
  const votes = [...(await listShortlistVotes(ctx.db, edition.id)), ...(await listCategoryRows(ctx.db, [edition.id]))]
  for (const { vote_id } of votes) if (vote_id) await releaseVote(ctx, vote_id, published_at)
  await ctx.db
    .updateTable('award_edition')
    .set({ sealed_at: now, published_at, palmares: seal.text, palmares_hash: seal.hash })
    .where('id', '=', edition.id)
    .execute()
}
