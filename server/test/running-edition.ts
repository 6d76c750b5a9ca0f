import { aJury, type Edition, ok, three } from './awards.ts'
import { later } from './decisions.ts'
import type { TestApp } from './harness.ts'
import { toChooseFrom } from './scores.ts'
import { type Committee, DAY } from './votes.ts'

/** A vote of an award as somebody may cast a ballot in it. */
export interface AwardVote {
  id: string
  method: string
  closesAt: string
}
export interface RunningAward {
  editionIds: string[]
  /** Category, by its edition. */
  categories: { id: string; editionId: string }[]
  votes: AwardVote[]
}

/** Days that both juries and votes on shortlists stay open. */
const OPEN_DAYS = 9

/**
 * Two editions: one whose shortlist is put to the vote, one with an open jury of all by majority judgment and one of a team by a
 * grid of the criteria `c1` and `c2`.
 * @param team who judges by the grid
 */
export async function aRunningAward(app: TestApp, committee: Committee, team: string[]): Promise<RunningAward> {
  const shortlist = await toChooseFrom(app, committee, three)
  const criteria = [
    { label: 'Clarté', weight: 2 },
    { label: 'Portée', weight: 1 },
  ]
  const grid = { method: 'grid', criteria, team, mostPoints: 10 }
  const jury = await aJury(app, committee, [{ entries: three }, { entries: three, values: grid }], {
    year: 2027,
    // A day and an hour pass until the jury opens.
    juryClosesAt: later(app, OPEN_DAYS * 24 + 25),
  })
  const closesAt = later(app, OPEN_DAYS * 24)
  const asked = { method: 'approval', most: 2, closesAt }
  const url = `/api/award-categories/${shortlist.category}/shortlist-vote`
  const { vote } = ok(await committee.administrator.post(url, asked), 201)
  const methods = ['majority-judgment', 'grid']
  return {
    editionIds: [shortlist.id, jury.id],
    categories: [{ id: shortlist.category, editionId: shortlist.id }, ...jury.categories.map(categoryOf(jury))],
    votes: [
      { id: vote.id, method: 'approval', closesAt },
      ...jury.categories.map(({ voteId }, at) => ({ id: voteId, method: methods[at] ?? '', closesAt })),
    ],
  }
}

const categoryOf =
  ({ id: editionId }: Edition) =>
  ({ id }: { id: string }) => ({ id, editionId })

/** How long before the close reminders are sent. */
export const REMINDED = [7 * DAY, 2 * DAY] as const
