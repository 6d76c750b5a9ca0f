import type { ResultAnswer, TallyAnswer } from '@cenacle/contract/vote-result'
import type { Locale } from '../../../i18n/i18n.tsx'
import type { Vote } from '../api.ts'
import { sayPercent } from '../../../i18n/percent.ts'
import { quorumCount, sayAmount, sayFraction, sayUnchosen } from '../sentences.ts'
import type { SayHere } from '../texts/say.ts'

type Tally<Method extends TallyAnswer['method']> = Extract<TallyAnswer, { method: Method }>

/** What a vote is on: an option, or in the award an entry. */
export type Judged = 'option' | 'entry'

/** Options by their names, as a vote has them. */
export type Names = ReadonlyMap<string, string>
export const namesOf = ({ options }: Pick<Vote, 'options'>): Names =>
  new Map(options.map(({ id, label }) => [id, label]))

/** The same as a sentence holds them: an option of several words is read as one thing, and one that is a quotation stays it. */
export const quoted = (names: Names, t: SayHere): Names =>
  new Map([...names].map(([id, name]) => [id, /^[«“]/.test(name) ? name : t('tally.named', { name })]))

/** « Rennes, Nantes et Brest ». */
export const sayAll = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)

const of = (names: Names, ids: readonly string[], locale: Locale): string =>
  sayAll(
    ids.map((id) => names.get(id) ?? id),
    locale,
  )

/** What came out, as one sentence: « Rennes, salle des Carmes » l'emporte. */
export const sayWinner = (result: ResultAnswer, plain: Names, t: SayHere, locale: Locale): string => {
  const names = quoted(plain, t)
  const { outcome, tally, winner } = result
  if (outcome === 'no_ballot') return t('tally.nobody')
  if (outcome === 'vetoed') return t('tally.vetoed')
  if (outcome === 'quorum_failed') return t('tally.noQuorum')
  if (tally?.method === 'median') {
    return tally.value === null
      ? t('tally.nothing')
      : t('tally.number', { amount: sayAmount(tally.value, tally.unit, locale) })
  }
  if (winner !== null) return t('tally.wins', { name: names.get(winner) ?? winner })
  const first = tally?.ranking[0] ?? []
  if (result.expressed === 0) return t('tally.nothing')
  return first.length > 1 ? t('tally.tie', { names: of(names, first, locale) }) : t('tally.nothing')
}

/** The same of a jury, whose medals the palmarès gives: who comes first. */
export const sayLead = (result: ResultAnswer, plain: Names, t: SayHere, locale: Locale): string => {
  const { winner, tally, expressed } = result
  const names = quoted(plain, t)
  if (winner !== null) return t('jury.leads', { name: names.get(winner) ?? winner })
  const first = tally && tally.method !== 'median' && expressed > 0 ? (tally.ranking[0] ?? []) : []
  return first.length > 1 ? t('jury.tie', { names: of(names, first, locale) }) : sayWinner(result, plain, t, locale)
}

/** Whether the ranking of a tally is worth showing: not when nobody has chosen anything. */
export const hasRanking = (result: ResultAnswer): boolean =>
  result.tally !== null && result.tally.method !== 'median' && result.expressed > 0

/** How many gave at least the majority mention: what the median says, with its base. */
const sayMajority = (
  tally: Tally<'majority-judgment'>,
  id: string,
  name: string,
  t: SayHere,
  locale: Locale,
): string[] => {
  const option = tally.options.find((one) => one.id === id)
  if (!option || option.median === null) return []
  const grade = tally.grades[option.median] ?? ''
  const count = option.counts.slice(option.median).reduce((sum, one) => sum + one, 0)
  const percent = sayPercent(count, option.judges, locale)
  return [t('tally.majority', { name, grade, count, judges: option.judges, percent })]
}

/** The winner's duels, each with its numbers. */
const sayDuels = (tally: Tally<'schulze'>, id: string, names: Names, t: SayHere, locale: Locale): string[] => {
  const own = tally.options.indexOf(id)
  const others = tally.options.filter((one) => one !== id)
  const wins = others.filter((one) => {
    const other = tally.options.indexOf(one)
    return (tally.preferences[own]?.[other] ?? 0) > (tally.preferences[other]?.[own] ?? 0)
  })
  const name = names.get(id) ?? id
  return wins.length === others.length
    ? [t('tally.condorcet', { name })]
    : [
        t('tally.byPaths', {
          name,
          others: of(
            names,
            others.filter((one) => !wins.includes(one)),
            locale,
          ),
        }),
      ]
}

/** The winner's weighted mean, as it is shown and as the fraction that was compared. */
const sayGridMean = (tally: Tally<'grid'>, id: string, name: string, t: SayHere, locale: Locale): string[] => {
  const option = tally.options.find((one) => one.id === id)
  if (!option?.score) return []
  const { n, d } = option.score
  const mean = sayFraction(option.score, locale)
  return [t('tally.grid', { name, mean, max: tally.max, exact: `${n}/${d}`, count: option.jurors })]
}

const sayWhy = (tally: TallyAnswer, winner: string, names: Names, t: SayHere, locale: Locale): string[] => {
  const name = names.get(winner) ?? winner
  switch (tally.method) {
    case 'majority-judgment':
      return sayMajority(tally, winner, name, t, locale)
    case 'schulze':
      return sayDuels(tally, winner, names, t, locale)
    case 'irv': {
      const last = tally.rounds.at(-1)
      const votes = last?.counts.find(({ id }) => id === winner)?.votes ?? 0
      const total = last?.counts.reduce((sum, one) => sum + one.votes, 0) ?? 0
      const percent = sayPercent(votes, total, locale)
      return [t('tally.lastRound', { name, count: votes, total, round: tally.rounds.length, percent })]
    }
    case 'approval': {
      const votes = tally.scores.find(({ id }) => id === winner)?.votes ?? 0
      const total = tally.ballots - tally.blank
      return [t('tally.approved', { name, count: votes, total, percent: sayPercent(votes, total, locale) })]
    }
    case 'score': {
      const found = tally.scores.find(({ id }) => id === winner)
      const possible = (found?.ballots ?? 0) * tally.max
      const percent = sayPercent(found?.sum ?? 0, possible, locale)
      return [t('tally.scored', { name, count: found?.sum ?? 0, possible, percent })]
    }
    case 'grid':
      return sayGridMean(tally, winner, name, t, locale)
    case 'median':
      return []
  }
}

/** Why a number: how many proposed at least it, and at most it. */
const sayMiddle = (tally: Tally<'median'>, t: SayHere, locale: Locale): string[] => {
  const { value, values, unit } = tally
  if (value === null) return []
  const sum = (kept: (one: number) => boolean): number =>
    values.filter((one) => kept(one.value)).reduce((all, { votes }) => all + votes, 0)
  const count = sum(() => true)
  const amount = sayAmount(value, unit, locale)
  return [t('tally.middle', { amount, count, low: sum((one) => one <= value), high: sum((one) => one >= value) })]
}

/** Who took part, of how many, and in which way; the quorum where there is one. */
export const sayTurnout = (result: ResultAnswer, t: SayHere, locale: Locale): string[] => {
  const { voters, roll, expressed, quorum } = result
  const needed = quorumCount(quorum, roll)
  return [
    t('result.participation', { count: voters, roll, percent: sayPercent(voters, roll, locale) }) +
      sayUnchosen(result, t) +
      '.',
    t('tally.expressed', { count: expressed, voters }),
    ...(needed > 0 ? [t(result.quorumMet ? 'result.quorumMet' : 'result.quorumMissed', { count: needed })] : []),
  ]
}

/** The result of several options, or of a number, in sentences: why, who took part, the quorum. */
export const sayTally = (result: ResultAnswer, plain: Names, t: SayHere, locale: Locale): string[] => {
  const { tally, winner } = result
  const names = quoted(plain, t)
  const why =
    tally === null || result.expressed === 0
      ? []
      : tally.method === 'median'
        ? sayMiddle(tally, t, locale)
        : winner === null
          ? []
          : sayWhy(tally, winner, names, t, locale)
  return [...why, ...sayTurnout(result, t, locale)]
}

/** The places of a ranking, each with its options: after two ex æquo at 1 comes 3. */
export const placesOf = (ranking: readonly (readonly string[])[]): { place: number; ids: readonly string[] }[] => {
  let place = 1
  return ranking.map((group) => {
    const found = { place, ids: group }
    place += group.length
    return found
  })
}
