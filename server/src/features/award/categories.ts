import type { z } from 'zod'
import type { changeCategoryBody, createCategoryBody } from '@cenacle/contract/award'
import { foldName } from '@cenacle/contract/text'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { isBeforeJury } from '../../policy/award.ts'
import { invalidField, Problem } from '../../problem.ts'
import { wasDrawn } from './draw/rows.ts'
import { allowChange, differences, RULES_OF_CATEGORY } from './freeze.ts'
import { allowRunning, getCategory, noteDone, runEdition } from './rows.ts'

type NewCategory = z.output<typeof createCategoryBody>

/**
 * Adds a category at the end, until the call opens.
 * @returns its id
 * @throws Problem edition-frozen, rules-frozen; invalid for a grid without criteria, or a juror without a seat
 */
export const createCategory = (ctx: PersonContext, editionId: string, body: NewCategory): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const held = await runEdition(ctx, editionId)
    const { rows, team } = await storedCategory(ctx.db, body)
    allowChange(held)
    const id = ctx.newId()
    const { count } = await ctx.db
      .selectFrom('award_category')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('edition_id', '=', editionId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST_CATEGORIES) throw new Problem('conflict', { detail: 'Il y a déjà trop de catégories.' })
    await ctx.db
      .insertInto('award_category')
      .values({ id, edition_id: editionId, position: Number(count) + 1, ...rows, ties: '[]', withheld: '[]' })
      .execute()
    await setTeam(ctx.db, id, team)
    await noteDone(ctx, held.edition, 'category.created', { categoryId: id, ...body })
    return id
  })

const MOST_CATEGORIES = 40

/**
 * Changes a category: its texts and its team before the jury opens, how it is judged and what it gives before the call does.
 * @returns its edition's id
 * @throws Problem not-found, forbidden, edition-frozen, rules-frozen, team-drawn
 */
export const changeCategory = (
  ctx: PersonContext,
  id: string,
  changes: z.output<typeof changeCategoryBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const { edition_id } = await getCategory(ctx.db, id)
    const held = await runEdition(ctx, edition_id)
    const before = await saidOf(ctx.db, id)
    const { rows, team } = await storedCategory(ctx.db, { ...before, ...changes })
    if (!isBeforeJury(held.phase)) throw new Problem('edition-frozen')
    const changed = differences(before, { ...changes, ...(changes.team && { team: team.toSorted() }) })
    if (Object.keys(changed).length === 0) return edition_id
    if ('team' in changed && (await wasDrawn(ctx.db, id))) throw new Problem('team-drawn')
    if (RULES_OF_CATEGORY.some((name) => name in changed)) allowChange(held)
    await ctx.db.updateTable('award_category').set(rows).where('id', '=', id).execute()
    await setTeam(ctx.db, id, team)
    await noteDone(ctx, held.edition, 'category.changed', { categoryId: id, changes: changed })
    return edition_id
  })

/** A category as it is said. Read under the edition's lock. */
async function saidOf(db: Tx, id: string): Promise<NewCategory> {
  const category = await getCategory(db, id)
  const jurors = await db
    .selectFrom('award_juror')
    .select('person_id')
    .where('category_id', '=', id)
    .orderBy('person_id')
    .execute()
  return {
    name: category.name,
    question: category.question,
    method: category.method,
    criteria: category.criteria.map(({ label, weight }) => ({ label, weight })),
    mostPoints: category.most_points,
    medals: category.medals,
    leastJurors: category.least_jurors,
    team: jurors.map(({ person_id }) => person_id),
  }
}

/** Takes a category away before the call opens. @returns its edition's id. @throws Problem edition-frozen, rules-frozen */
export const removeCategory = (ctx: PersonContext, id: string): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const { edition_id, name } = await getCategory(ctx.db, id)
    const held = await runEdition(ctx, edition_id)
    allowChange(held)
    await ctx.db.deleteFrom('award_category').where('id', '=', id).execute()
    await noteDone(ctx, held.edition, 'category.removed', { categoryId: id, name })
    return edition_id
  })

async function storedCategory(db: Tx, body: NewCategory) {
  if (body.method === 'grid' && body.criteria.length === 0) throw invalidField('/criteria', 'required')
  if (body.method !== 'grid' && body.criteria.length > 0) throw invalidField('/criteria', 'not-allowed')
  refuseTwice(body.medals, '/medals')
  refuseTwice(
    body.criteria.map(({ label }) => label),
    '/criteria',
  )
  await refuseUnseated(db, body.team)
  const { name, question, method, mostPoints, leastJurors, team } = body
  const criteria = body.criteria.map((criterion, index) => ({ id: `c${index + 1}`, ...criterion }))
  const rows = {
    name,
    question,
    method,
    criteria: JSON.stringify(criteria),
    most_points: mostPoints,
    medals: JSON.stringify(body.medals),
    least_jurors: leastJurors,
    by_team: team.length > 0,
  }
  return { rows, team: [...new Set(team)] }
}

function refuseTwice(texts: readonly string[], pointer: string): void {
  const folded = texts.map(foldName)
  const twice = folded.findIndex((text, index) => folded.indexOf(text) !== index)
  if (twice !== -1) throw invalidField(`${pointer}/${twice}`, 'duplicate')
}

async function refuseUnseated(db: Tx, team: readonly string[]): Promise<void> {
  if (team.length === 0) return
  const seated = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...team])
    .where('role', '=', 'member')
    .execute()
  const index = team.findIndex((id) => !seated.some((person) => person.id === id))
  if (index !== -1) throw invalidField(`/team/${index}`, 'not-found')
}

/** Says who judges a category; nobody: everybody with a seat. */
export async function setTeam(db: Tx, categoryId: string, team: readonly string[]): Promise<void> {
  await db.deleteFrom('award_juror').where('category_id', '=', categoryId).execute()
  if (team.length === 0) return
  await db
    .insertInto('award_juror')
    .values(team.map((person_id) => ({ category_id: categoryId, person_id })))
    .execute()
}
