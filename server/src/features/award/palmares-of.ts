import type { CategoryPalmares, PalmaresContent } from '@cenacle/contract/award-jury'
import { canonical } from '@cenacle/tally/canonical'
import { deliberationFault, medalsOf } from '@cenacle/tally/medals'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { asJson } from '../votes/commands/freeze.ts'
import { votesWithStatus, type VoteStanding } from '../votes/queries/standing.ts'
import { lateConflictsOf } from './late-conflicts.ts'
import { type CategoryRow, type EditionRow, type EntryRow, listCategoryRows } from './rows.ts'

/**
 * The palmarès as results and deliberation give it now, by the database's clock and after the ballots still being written.
 * @throws Problem jury-not-closed; conflict without an embargo
 */
export async function palmaresOf(db: Db, edition: EditionRow): Promise<PalmaresContent> {
  const categories = (await listCategoryRows(db, [edition.id])).filter(({ vote_id }) => vote_id !== null)
  const standings = await votesWithStatus(
    db,
    categories.flatMap(({ vote_id }) => vote_id ?? []),
  )
  if (!edition.embargo_at) throw new Problem('conflict', { detail: 'Fixez d’abord l’instant de la publication.' })
  const entries = await db.selectFrom('award_entry').selectAll().where('edition_id', '=', edition.id).execute()
  const late = Map.groupBy(await lateConflictsOf(db, edition.id), ({ categoryId }) => categoryId)
  const { id, name, year, partner } = edition
  return {
    edition: { id, name, year, partner },
    embargoAt: edition.embargo_at.toISOString(),
    categories: categories.map((category) => ({
      ...categoryOf(
        category,
        standings.get(category.vote_id ?? ''),
        entries.filter(
          ({ category_id, option_id, withdrawn_at }) =>
            category_id === category.id && option_id !== null && withdrawn_at === null,
        ),
      ),
      lateConflicts: late.get(category.id)?.length ?? 0,
    })),
  }
}

function categoryOf(category: CategoryRow, standing: VoteStanding | undefined, entries: EntryRow[]): CategoryPalmares {
  const evaluation = standing?.evaluation
  if (!evaluation?.tally) throw new Problem('jury-not-closed')
  const { tally, counts, participation } = evaluation
  const nominees = entries
    .map(({ id, title, organisation, option_id }) => ({ id, title, organisation, option: option_id ?? '' }))
    .toSorted((a, b) => Number(a.option.slice(1)) - Number(b.option.slice(1)))
  const byId = new Map(nominees.map(({ id, title, organisation }) => [id, { id, title, organisation }]))
  const { medals, withheld } = category
  const ranking = rankedEntries(evaluation, entries)
  // Somebody may have been recused since: who is not exactly level any more is ordered by the jury alone.
  const ties = category.ties.filter((tie) => !deliberationFault(ranking, medals, { ties: [tie], withheld: [] }))
  const levels = medalsOf(ranking, medals, {
    ties,
    withheld: withheld.map(({ medal }) => medal),
  })
  return {
    id: category.id,
    name: category.name,
    question: category.question,
    method: category.method,
    voteId: category.vote_id ?? '',
    roll: counts.roll,
    voters: participation.n,
    blank: counts.blank,
    options: Object.fromEntries(nominees.map(({ id, option }) => [option, id])),
    nominees: [...byId.values()],
    tally: asTally(tally),
    ties,
    withheld,
    levels: levels.map((level) => ({ ...level, winners: level.winners.flatMap((id) => byId.get(id) ?? []) })),
  }
}

/** The ranking of a category by its entries; nobody is ranked where nobody was judged. */
export function rankedEntries(
  evaluation: NonNullable<VoteStanding['evaluation']>,
  entries: readonly Pick<EntryRow, 'id' | 'option_id'>[],
): string[][] {
  const { tally, expressed } = evaluation
  if (!tally || tally.method === 'median' || expressed === 0) return []
  const idOf = new Map(entries.map(({ id, option_id }) => [option_id, id]))
  return tally.ranking.map((group) => group.flatMap((option) => idOf.get(option) ?? []))
}

/** A tally as it travels: what the tally package reads only is a list of its own here. */
const asTally = (tally: object): CategoryPalmares['tally'] => asJson(tally) as unknown as CategoryPalmares['tally']

/** What is signed: the canonical text of a palmarès, and its hash. */
export function sealOf(content: PalmaresContent): { text: string; hash: string } {
  const text = canonical(asJson(content))
  return { text, hash: sha256(text) }
}
