import type { ResultAnswer, VoteAnswer } from '@cenacle/contract/vote'
import type { Locale } from '../../i18n/i18n.tsx'
import type { SayHere } from './texts/say.ts'

type Rules = VoteAnswer['rules']
type Ratio = Rules['threshold']

/** How many people a quorum asks for: the smallest whole number that reaches it. */
export const quorumCount = ({ numerator, denominator }: Ratio, roll: number): number =>
  Math.floor((numerator * roll + denominator - 1) / denominator)

/**
 * A share in percent with at most one decimal, cut and never rounded up: 69,96 % is not « 70 % » of a vote that asks for
 * 70. Counted on whole numbers.
 */
export const sayPercent = (numerator: number, denominator: number, locale: Locale): string => {
  const tenths = denominator === 0 ? 0 : Math.floor((1000 * numerator) / denominator)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(tenths / 10)
  return locale === 'fr' ? `${number}\u00a0%` : `${number}%`
}

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
export const sayRule = ({ threshold, comparator, base }: Omit<Rules, 'quorum' | 'veto'>, t: SayHere): string =>
  t('rule.share', { share: sayShare(threshold, comparator, t), base: t(`base.of.${base}`) })

/** A result as sentences: numerator, denominator and base; participation; what it took; the quorum where there is one. */
export const sayResult = (result: ResultAnswer, t: SayHere, locale: Locale): string[] => {
  const { numerator, denominator, base, voters, roll, abstain, quorum } = result
  const needed = quorumCount(quorum, roll)
  return [
    t('result.share', {
      count: numerator,
      total: t(`base.count.${base}`, { count: denominator }),
      percent: sayPercent(numerator, denominator, locale),
    }),
    t('result.participation', { count: voters, roll, percent: sayPercent(voters, roll, locale) }) +
      (abstain > 0 ? t('result.withAbstentions', { count: abstain }) : '') +
      '.',
    t('result.needed', { rule: sayRule(result, t) }),
    ...(needed > 0 ? [t(result.quorumMet ? 'result.quorumMet' : 'result.quorumMissed', { count: needed })] : []),
  ]
}
