import { type ErratumAnswer, palmaresContent } from '@cenacle/contract/award-jury'
import type { PersonContext } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import { inTx } from '../../database/transaction.ts'
import { queueMails } from '../../jobs/mail-job.ts'
import { Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { type Correction, corrected } from './correction.ts'
import { allowDeliberating, lockDeliberating } from './deliberation.ts'
import { mails } from './mails.ts'
import { sealOf } from './palmares-of.ts'
import { type ActingInTx, type Held, noteDone } from './rows.ts'
import { holdSigners, lapsedOf } from './signatures.ts'
import { listVersions, type PublishedVersion } from './versions.ts'

/** Who runs the award corrects what is public, unless they have a conflict of interest in it. @throws Problem not-found, forbidden, edition-frozen */
async function holdPublished(ctx: ActingInTx, editionId: string): Promise<Held> {
  const held = await lockDeliberating(ctx, editionId)
  refuseUnpublished(held)
  return held
}

function refuseUnpublished({ phase }: Held): void {
  if (phase !== 'published' && phase !== 'archived') throw new Problem('edition-frozen')
}

const lastVersion = async (db: Db, held: Held): Promise<PublishedVersion> => {
  const [last] = await listVersions(db, held.edition)
  if (!last) throw new Problem('edition-frozen')
  return last
}

const findProposal = (db: Db, editionId: string) =>
  db
    .selectFrom('award_erratum')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('published_at', 'is', null)
    .executeTakeFirst()

/** @throws Problem conflict where nothing is proposed any more */
async function getProposal(db: Db, editionId: string) {
  const proposal = await findProposal(db, editionId)
  if (!proposal) throw new Problem('conflict', { detail: 'Cette correction est déjà publiée, ou retirée.' })
  return proposal
}

/** What is public, and the correction that waits for signatures. @throws Problem as above */
export const readErratum = (ctx: PersonContext, editionId: string): Promise<ErratumAnswer> =>
  inTx(ctx, async (ctx) => {
    const held = await allowDeliberating(ctx, editionId)
    refuseUnpublished(held)
    const { palmares, hash, version } = await lastVersion(ctx.db, held)
    const proposal = await presentProposal(ctx, held)
    const hasSigned = proposal?.signatures.some(({ person }) => person.id === ctx.viewer.id) ?? false
    const isOpen = proposal !== null
    const can = { propose: !isOpen, sign: isOpen && !hasSigned, withdraw: isOpen }
    return { current: { palmares, hash, version }, proposal, can }
  })

async function presentProposal(ctx: ActingInTx, held: Held): Promise<ErratumAnswer['proposal']> {
  const { db } = ctx
  const row = await findProposal(db, held.edition.id)
  if (!row) return null
  const people = await db
    .selectFrom('award_erratum_signature as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['p.id', 'p.name', 'p.portrait_key', 's.signed_at'])
    .where('s.erratum_id', '=', row.id)
    .orderBy('s.signed_at')
    .execute()
  const lapsed = await lapsedOf(
    ctx,
    held,
    people.map(({ id }) => id),
  )
  const author = await db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', '=', row.proposed_by)
    .executeTakeFirst()
  return {
    palmares: palmaresContent.parse(JSON.parse(row.palmares)),
    hash: row.hash,
    version: row.version,
    reason: row.reason,
    proposedBy: author ? presentAuthor(author) : null,
    proposedAt: row.proposed_at.toISOString(),
    signatures: people.map(({ signed_at, ...person }) => ({
      person: presentAuthor(person),
      at: signed_at.toISOString(),
      lapsed: lapsed.has(person.id),
    })),
  }
}

/**
 * Proposes an erratum: the corrected palmarès as it would be read, its reason and the hash of the one before in it. Nothing is public
 * before two people have signed it. @throws Problem as above; invalid; conflict while another is proposed
 */
export const proposeErratum = (ctx: PersonContext, editionId: string, correction: Correction): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const held = await holdPublished(ctx, editionId)
    const before = await lastVersion(ctx.db, held)
    const { text, hash } = sealOf(corrected(before, correction))
    const proposed = await ctx.db
      .insertInto('award_erratum')
      .values({
        id: ctx.newId(),
        edition_id: editionId,
        version: before.version + 1,
        reason: correction.reason,
        palmares: text,
        hash,
        replaces: before.hash,
        proposed_by: ctx.viewer.id,
        proposed_at: held.now,
      })
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!proposed) throw new Problem('conflict', { detail: 'Une correction attend déjà des signatures.' })
    await noteDone(ctx, held.edition, 'erratum.proposed', { version: before.version + 1, hash })
  })

/**
 * Signs the proposed erratum that has this hash. The second person's signature publishes it, at once; one before it whose author does
 * not run the award any more is dropped, which the edition's events say.
 * @throws Problem as above; conflict when it is another one by now, or gone; already-signed
 */
export const signErratum = (ctx: PersonContext, editionId: string, hash: string): Promise<{ published: boolean }> =>
  inTx(ctx, async (ctx) => {
    const held = await holdPublished(ctx, editionId)
    const { id, hash: proposed, version } = await getProposal(ctx.db, editionId)
    if (proposed !== hash)
      throw new Problem('conflict', { detail: 'La correction a changé depuis que vous l’avez lue : relisez-la.' })
    await dropLapsed(ctx, held, { id, version })
    const signed = await ctx.db
      .insertInto('award_erratum_signature')
      .values({ erratum_id: id, person_id: ctx.viewer.id, signed_at: held.now })
      .onConflict((oc) => oc.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (!signed) throw new Problem('already-signed')
    const { count } = await ctx.db
      .selectFrom('award_erratum_signature')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('erratum_id', '=', id)
      .executeTakeFirstOrThrow()
    const published = Number(count) >= 2
    if (published) await publish(ctx, held, id)
    await noteDone(ctx, held.edition, published ? 'erratum.published' : 'erratum.signed', { version, hash })
    return { published }
  })

async function dropLapsed(ctx: ActingInTx, held: Held, erratum: { id: string; version: number }): Promise<void> {
  const given = await ctx.db
    .selectFrom('award_erratum_signature')
    .select('person_id')
    .where('erratum_id', '=', erratum.id)
    .execute()
  const signers = given.map(({ person_id }) => person_id)
  const lapsed = await holdSigners(ctx, held, signers)
  for (const personId of signers.filter((id) => lapsed.has(id))) {
    await ctx.db
      .deleteFrom('award_erratum_signature')
      .where('erratum_id', '=', erratum.id)
      .where('person_id', '=', personId)
      .execute()
    await noteDone(ctx, held.edition, 'erratum.signature.dropped', { personId, version: erratum.version })
  }
}

/** Makes a signed correction public, and tells everybody with a seat; in the transaction of the second signature, so that nobody is told twice. */
async function publish(ctx: ActingInTx, held: Held, id: string): Promise<void> {
  await ctx.db.updateTable('award_erratum').set({ published_at: held.now }).where('id', '=', id).execute()
  const { version, hash, signedBy, palmares } = await lastVersion(ctx.db, held)
  const { name, year } = palmares.edition
  const link = `${ctx.baseUrl}/palmares/${held.edition.id}`
  const told = { edition: `${name} ${year}`, version, hash, signedBy, reason: palmares.erratum?.reason ?? '', link }
  const members = await ctx.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('role', '=', 'member')
    .where('suspended_at', 'is', null)
    .execute()
  await queueMails(
    ctx,
    members.map((member) => mails.erratum(member, told)),
  )
}

/** Takes a proposed erratum back; what was done keeps what it said. @throws Problem as above; conflict where there is none */
export const withdrawErratum = (ctx: PersonContext, editionId: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const held = await holdPublished(ctx, editionId)
    const { id, hash, reason, version } = await getProposal(ctx.db, editionId)
    await ctx.db.deleteFrom('award_erratum').where('id', '=', id).execute()
    await noteDone(ctx, held.edition, 'erratum.withdrawn', { version, hash, reason })
  })
