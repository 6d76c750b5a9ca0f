import type { Vote } from '../api.ts'
import { gridField } from './grid-points.ts'
import type { Messages } from './use-ballot.ts'

/** What lacks in one option, by name. */
export interface Missing {
  id: string
  label: string
  /** Of a grid: the criteria without points; empty where all of them are, or where the option is judged as a whole. */
  criteria: readonly string[]
  /** The field where the reader is taken. */
  field: string
}

/** The options that lack something, by name and in the order of the screen. */
export const missingOf = ({ options, rules, method }: Vote, messages: Messages): Missing[] =>
  options.flatMap(({ id, label }): Missing[] => {
    if (method !== 'grid') return id in messages ? [{ id, label, criteria: [], field: id }] : []
    const all = rules.criteria ?? []
    const lacking = all.filter((criterion) => gridField(id, criterion.id) in messages)
    const [first] = lacking
    if (!first) return []
    const criteria = lacking.length === all.length ? [] : lacking.map((criterion) => criterion.label)
    return [{ id, label, criteria, field: gridField(id, first.id) }]
  })
