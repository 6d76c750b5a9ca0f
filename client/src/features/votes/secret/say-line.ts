import type { Line } from '@cenacle/tally/secret'
import type { Vote } from '../api.ts'
import type { SaySecret } from './texts/say.ts'

const isRanking = (value: unknown): value is readonly (readonly string[])[] => Array.isArray(value)

/** One line of a secret ballot in words, with the labels that the voter saw. */
export function sayLine(line: Line, vote: Pick<Vote, 'options' | 'withdrawn' | 'rules'>, t: SaySecret): string {
  const options = [...vote.options, ...vote.withdrawn]
  const labelOf = (id: unknown): string => options.find((option) => option.id === id)?.label ?? String(id)
  const { choice, number, ranking, option, grade, approved } = line
  if (choice === 'yes' || choice === 'no' || choice === 'abstain' || choice === 'blank')
    return t(`secret.line.${choice}`)
  if (typeof number === 'number') return t('secret.line.number', { number, unit: vote.rules.number?.unit ?? '' })
  if (isRanking(ranking)) return ranking.map((group) => group.map(labelOf).join(' = ')).join(' > ')
  if (typeof approved === 'boolean')
    return t(approved ? 'secret.line.approved' : 'secret.line.notApproved', { option: labelOf(option) })
  const said = typeof grade === 'number' ? (vote.rules.grades?.[grade] ?? String(grade)) : ''
  return t('secret.line.grade', { option: labelOf(option), grade: said })
}
