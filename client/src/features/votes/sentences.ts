import type { VoteAnswer } from '@cenacle/contract/vote'
import type { ResultAnswer } from '@cenacle/contract/vote-result'
import type { Locale } from '../../i18n/i18n.tsx'
import { sayPercent } from '../../i18n/percent.ts'
import type { SayHere } from './texts/say.ts'

type Rules = VoteAnswer['rules']
type Ratio = Rules['threshold']

/** How many people a quorum asks for: the smallest whole number that reaches it. */
export const quorumCount = ({ numerator, denominator }: Ratio, roll: number): number =>
  Math.floor((numerator * roll + denominator - 1) / denominator)

/** A whole number with its unit, as the language writes it: « 12 000 € ». */
export const sayAmount = (value: number, unit: string, locale: Locale): string => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)
  return unit === '' ? number : `${number}\u00a0${unit}`
}

/** A fraction with at most two decimals, cut and never rounded up, so that two that differ do not look level from above. */
export const sayFraction = ({ n, d }: { n: number; d: number }, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(d === 0 ? 0 : Math.floor((100 * n) / d) / 100)

const named: Record<string, 'half' | 'twoThirds' | 'threeQuarters'> = {
  '1/2': 'half',
  '2/3': 'twoThirds',
  '3/4': 'threeQuarters',
}

/** « plus de la moitié », « au moins les deux tiers », « au moins 70 % ». */
export const sayShare = ({ numerator, denominator }: Ratio, comparator: Rules['comparator'], t: SayHere): string => {
  const above = comparator === '>'
  const name = named[`${numerator}/${denominator}`]
  if (name) return t(`share.${above ? 'above' : 'least'}.${name}`)
  const percent = (100 * numerator) / denominator
  const share = Number.isInteger(percent) ? t('share.percent', { percent }) : `${numerator}/${denominator}`
  return t(above ? 'share.above.other' : 'share.least.other', { share })
}

/** What it takes to pass: « plus de la moitié des suffrages exprimés ». */
export const sayRule = (
  { threshold, comparator, base }: Pick<Rules, 'threshold' | 'comparator' | 'base'>,
  t: SayHere,
): string => t('rule.share', { share: sayShare(threshold, comparator, t), base: t(`base.of.${base}`) })

/** What a blank vote on a yes/no question means and does: the tally counts it as it counts an abstention. */
export const sayBlank = ({ base, quorum }: Pick<Rules, 'base' | 'quorum'>, t: SayHere): string =>
  t(`ballot.blank.${base}`, { quorum: quorum.numerator > 0 ? t('ballot.blank.quorum') : '' })

/** How many of those who took part did not choose: « , dont 2 abstentions et 1 vote blanc ». */
export const sayUnchosen = ({ abstain, blank }: Pick<ResultAnswer, 'abstain' | 'blank'>, t: SayHere): string =>
  (abstain > 0 ? t('result.withAbstentions', { count: abstain }) : '') +
  (blank > 0 ? t(abstain > 0 ? 'result.andBlanks' : 'result.withBlanks', { count: blank }) : '')

/** A result as sentences: numerator, denominator and base; participation; what it took; the quorum where there is one. */
export const sayResult = (result: ResultAnswer, t: SayHere, locale: Locale): string[] => {
  const { numerator, denominator, base, voters, roll, quorum } = result
  const needed = quorumCount(quorum, roll)
  return [
    t('result.share', {
      count: numerator,
      total: t(`base.count.${base}`, { count: denominator }),
      percent: sayPercent(numerator, denominator, locale),
    }),
    t('result.participation', { count: voters, roll, percent: sayPercent(voters, roll, locale) }) +
      sayUnchosen(result, t) +
      '.',
    t('result.needed', { rule: sayRule(result, t) }),
    ...(needed > 0 ? [t(result.quorumMet ? 'result.quorumMet' : 'result.quorumMissed', { count: needed })] : []),
  ]
}

/** How a vote is counted, in one sentence, with its base where it has one. */
export const sayMethod = (
  { method, rules, kind }: { method: VoteAnswer['method']; rules: Omit<Rules, 'quorum'>; kind?: VoteAnswer['kind'] },
  t: SayHere,
): string => {
  if (kind === 'award' && method === 'majority-judgment') return t('jury.rule')
  if (method === 'threshold') return t(rules.veto ? 'rule.decisionVeto' : 'rule.decision', { rule: sayRule(rules, t) })
  return rules.veto ? `${t(`rule.${method}`)} ${t('rule.withVeto')}` : t(`rule.${method}`)
}
