import type { z } from 'zod'
import type { rulesBody } from '@cenacle/contract/decision'
import { foldName } from '@cenacle/contract/text'
import { MENTIONS, type VoteMethod } from '@cenacle/contract/vote'
import { invalidField } from '../../problem.ts'
import { decisionRules, type VetoRules, vetoRules } from '../votes/queries/rules.ts'
import type { FrozenRules } from '../votes/queries/types.ts'

type RulesBody = z.output<typeof rulesBody>

/** What is asked, and how it is to be counted, as somebody wrote it. */
export interface Question {
  method: VoteMethod
  options: string[]
  rules: RulesBody
  secret: boolean
}

/** What only one method asks for, and which. */
const OWN = {
  grades: 'majority-judgment',
  approvals: 'approval',
  points: 'score',
  number: 'median',
} as const satisfies Partial<Record<keyof RulesBody, VoteMethod>>

const MOST_POINTS = 10

/**
 * The rules to freeze, with what the method needs where the author did not say.
 * @param vetoes the committee's own, as they hold at the opening
 * @throws Problem invalid, which names what the method does not admit or lacks
 */
export function rulesOf(question: Question, vetoes: VetoRules = vetoRules): FrozenRules {
  const { method, rules, secret } = question
  checkOptions(question)
  for (const name of ['threshold', 'quorum'] as const)
    if (rules[name].numerator > rules[name].denominator) throw invalidField(`/rules/${name}/numerator`, 'out-of-range')
  for (const name of Object.keys(OWN) as (keyof typeof OWN)[])
    if (rules[name] !== undefined && OWN[name] !== method) throw invalidField(`/rules/${name}`, 'not-allowed')
  // A veto is somebody's, with a reason: in a secret vote nobody can be asked for it.
  if (secret && rules.veto) throw invalidField('/rules/veto', 'not-allowed')
  const { base, threshold, comparator, quorum, veto } = rules
  return decisionRules({ base, threshold, comparator, quorum, veto, ...ownRules(question) }, vetoes)
}

function checkOptions({ method, options }: Question): void {
  if (method === 'threshold' || method === 'median') {
    if (options.length > 0) throw invalidField('/options', 'not-allowed')
    return
  }
  if (options.length < 2) throw invalidField(`/options/${options.length}`, 'required')
  refuseDuplicates(options, '/options')
}

function refuseDuplicates(texts: readonly string[], pointer: string): void {
  const seen = new Set<string>()
  for (const [index, text] of texts.entries()) {
    const folded = foldName(text)
    if (seen.has(folded)) throw invalidField(`${pointer}/${index}`, 'duplicate')
    seen.add(folded)
  }
}

function ownRules({ method, options, rules }: Question): Partial<FrozenRules> {
  switch (method) {
    case 'majority-judgment': {
      const grades = rules.grades ?? [...MENTIONS]
      refuseDuplicates(grades, '/rules/grades')
      return { grades }
    }
    case 'approval': {
      const approvals = rules.approvals ?? { min: 1, max: options.length }
      if (approvals.max > options.length) throw invalidField('/rules/approvals/max', 'out-of-range')
      if (approvals.min > approvals.max) throw invalidField('/rules/approvals/min', 'out-of-range')
      return { approvals }
    }
    case 'score':
      return { points: rules.points ?? { max: MOST_POINTS } }
    case 'median': {
      if (!rules.number) throw invalidField('/rules/number', 'required')
      if (rules.number.min >= rules.number.max) throw invalidField('/rules/number/max', 'out-of-range')
      return { number: rules.number }
    }
    default:
      return {}
  }
}
