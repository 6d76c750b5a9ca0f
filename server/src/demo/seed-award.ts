import { MENTIONS } from '@cenacle/contract/vote'
import { openJury } from '../features/award/advance.ts'
import { appendJournal } from '../features/award/journal/append.ts'
import { lockEdition } from '../features/award/rows.ts'
import { seedJournal } from './seed-award-journal.ts'
import { storeBallot } from '../features/votes/commands/cast.ts'
import { after, DAY_MS, MINUTE_MS } from '../time.ts'
import type { DemoAward, DemoAwardCategory, DemoContent } from './content.ts'
import type { Ids, Seeding } from './seed-people.ts'

const HOW = `Le prix récompense ce que des équipes publiques ont fait de plus simple et de plus utile cette année. **Voter est le seul devoir des membres** : un bulletin blanc le remplit. Personne ne voit un résultat avant la publication du palmarès.`

/** One edition of the award in its jury phase: filed, found eligible and nominated in the past, about half of the jury has voted. */
export async function seedAward(
  ctx: Seeding,
  { award, visitor }: DemoContent,
  people: Ids,
  spaces: Ids,
): Promise<void> {
  const opened = after(ctx.now(), -award.juryOpenedDaysAgo * DAY_MS)
  const editionId = await seedEdition(ctx, award, spaces.get('comite') ?? '')
  for (const [index, category] of award.categories.entries())
    await seedCategory(ctx, { editionId, position: index + 1, category, opened })
  await seedDeclared(ctx, editionId, award, people)
  await seedJournal(ctx, editionId, opened, people.get(award.office) ?? '')
  const held = await lockEdition(ctx.db, editionId)
  const chair = [...people.values()][0] ?? ''
  await openJury({ ...ctx, now: () => opened, viewer: { id: chair } }, { ...held, now: opened }, true)
  await castBallots(ctx, { editionId, visitorId: people.get(visitor) ?? '', opened, award })
}

async function seedEdition(ctx: Seeding, award: DemoAward, spaceId: string): Promise<string> {
  const id = ctx.newId()
  const at = (days: number): Date => after(ctx.now(), days * DAY_MS)
  const { juryOpenedDaysAgo: open, juryClosesInDays: closes } = award
  await ctx.db
    .insertInto('award_edition')
    .values({
      id,
      space_id: spaceId,
      name: award.name,
      year: award.edition,
      text: HOW,
      html: await ctx.renderPost(HOW),
      scope: 'category',
      created_at: at(-open - 90),
      called_at: at(-open - 80),
      call_closes_at: at(-open - 30),
      eligible_at: at(-open - 12),
      jury_closes_at: at(closes),
      embargo_at: at(closes + 14),
    })
    .execute()
  return id
}

interface OfCategory {
  editionId: string
  position: number
  category: DemoAwardCategory
  opened: Date
}

const MOST_POINTS = 20
const criteriaOf = ({ criteria = [] }: DemoAwardCategory) =>
  criteria.map((criterion, index) => ({ id: `c${index + 1}`, ...criterion }))

async function seedCategory(ctx: Seeding, { editionId, position, category, opened }: OfCategory): Promise<void> {
  const id = ctx.newId()
  const { name, question } = category
  const criteria = criteriaOf(category)
  const lists = { medals: JSON.stringify(['Or', 'Argent', 'Bronze']), ties: '[]', withheld: '[]' }
  await ctx.db
    .insertInto('award_category')
    .values({
      id,
      edition_id: editionId,
      position,
      name,
      question,
      method: criteria.length > 0 ? 'grid' : 'majority-judgment',
      criteria: JSON.stringify(criteria),
      most_points: MOST_POINTS,
      least_jurors: 3,
      by_team: false,
      ...lists,
    })
    .execute()
  for (const [index, { title, organisation, summary }] of category.entries.entries())
    await ctx.db
      .insertInto('award_entry')
      .values({
        id: ctx.newId(),
        edition_id: editionId,
        category_id: id,
        title,
        organisation,
        summary,
        html: await ctx.renderPost(summary),
        submitted_at: after(opened, -(60 - index) * DAY_MS),
        verdict: 'eligible',
        verdict_at: after(opened, -13 * DAY_MS),
        shortlisted: true,
      })
      .execute()
}

/** What members said themselves; where their employer is nominated, the opening of the jury finds it besides. */
async function seedDeclared(ctx: Seeding, editionId: string, award: DemoAward, people: Ids): Promise<void> {
  const rows = await ctx.db
    .selectFrom('award_category')
    .select(['id', 'position'])
    .where('edition_id', '=', editionId)
    .execute()
  for (const { member, category, reason } of award.recusals) {
    const position = award.categories.findIndex(({ key }) => key === category) + 1
    const row = rows.find((one) => one.position === position)
    const person_id = people.get(member)
    if (!row || !person_id) throw new Error(`the demonstration names ${member} and ${category}, which it does not have`)
    const said = { origin: 'declared' as const, reason, created_by: person_id, created_at: ctx.now() }
    await ctx.db
      .insertInto('award_recusal')
      .values({ id: ctx.newId(), category_id: row.id, person_id, ...said })
      .execute()
  }
}

/** About half of every roll; the visitor has voted everywhere but in the last category. */
async function castBallots(
  ctx: Seeding,
  { editionId, visitorId, opened, award }: { editionId: string; visitorId: string; opened: Date; award: DemoAward },
): Promise<void> {
  const votes = await ctx.db
    .selectFrom('award_category as c')
    .innerJoin('vote as v', 'v.id', 'c.vote_id')
    .select(['v.id', 'v.options', 'c.id as category_id'])
    .where('c.edition_id', '=', editionId)
    .orderBy('c.position')
    .execute()
  for (const [index, { id, options, category_id }] of votes.entries()) {
    const roll = await ctx.db
      .selectFrom('vote_roll')
      .select(['number', 'person_id'])
      .where('vote_id', '=', id)
      .orderBy('number')
      .execute()
    const ids = (options as { id: string }[]).map((option) => option.id)
    const criteria = (award.categories[index]?.criteria ?? []).map((_, at) => `c${at + 1}`)
    for (const { number, person_id } of roll) {
      const isVisitor = person_id === visitorId
      if (isVisitor ? index === votes.length - 1 : (number + index) % 2 === 0) continue
      const at = after(opened, number * 53 * MINUTE_MS)
      const said = ballotOf({ ids, criteria }, number, index)
      await storeBallot({ db: ctx.db, vote: { id }, number, now: at, current: undefined }, said)
      // Of the last category alone: one event for each voter of all would be the whole journal.
      if (index === votes.length - 1 && number % 4 === 0 && person_id)
        await seedNoTies(ctx, { editionId, categoryId: category_id, personId: person_id, at })
    }
  }
}

/** Somebody has said, with their ballot, that nothing ties them to what they judge. */
async function seedNoTies(
  ctx: Seeding,
  { editionId, categoryId, personId, at }: { editionId: string; categoryId: string; personId: string; at: Date },
): Promise<void> {
  await ctx.db
    .insertInto('award_unconcerned')
    .values({ category_id: categoryId, person_id: personId, said_at: at })
    .execute()
  const detail = { categoryId, personId }
  await appendJournal(ctx.db, editionId, { type: 'conflict.none', at, by: personId, detail })
}

/** Grades that differ from juror to juror; one in eleven is blank. */
function ballotOf(
  { ids, criteria }: { ids: readonly string[]; criteria: readonly string[] },
  number: number,
  category: number,
) {
  if (number % 11 === 5) return { choice: 'blank' as const, reason: null }
  if (criteria.length > 0)
    return { choice: 'cast' as const, value: { grid: gridOf(ids, criteria, number) }, reason: null }
  const grades = Object.fromEntries(ids.map((id, option) => [id, gradeOf(option, number, category)]))
  return { choice: 'cast' as const, value: { grades }, reason: null }
}

/** How the jury finds the entries of a category on the whole, and how far one juror is from that. */
const QUALITY = [4, 3, 5, 2, 4]
const DEVIATION = [0, 1, -1, 0, 2, -1, 0]

function gradeOf(option: number, number: number, category: number): number {
  const quality = QUALITY[(option + 2 * category) % QUALITY.length] ?? 0
  const deviation = DEVIATION[(number * 3 + option * 5 + category) % DEVIATION.length] ?? 0
  return Math.max(0, Math.min(quality + deviation, MENTIONS.length - 1))
}

/** Points between 8 and 18, as those who grade give them. */
function gridOf(ids: readonly string[], criteria: readonly string[], number: number) {
  const pointsOf = (option: number, criterion: number): number =>
    8 + ((number * (option + 2) + criterion * (3 + option) + option * option) % (MOST_POINTS - 9))
  return Object.fromEntries(
    ids.map((id, option) => [id, Object.fromEntries(criteria.map((one, at) => [one, pointsOf(option, at)]))]),
  )
}
