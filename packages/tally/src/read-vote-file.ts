import type { Json } from './canonical.ts'
import { checkBallot, type Fault } from './check-ballot.ts'
import { type NamedOption, type VoteFile, VOTE_FILE_FORMAT } from './vote-file.ts'
import { METHODS, type Method, type NamedCriterion, type VoteBallot, type VoteRules } from './vote.ts'

/**
 * Reads a published vote (docs/voting.md). Nothing in it is trusted: each ballot must fit the vote's method, options and rules.
 * @throws RangeError that names the first place which is not as it should be
 */
export function readVoteFile(text: string): VoteFile<Json> {
  const root = recordOf(parse(text), '')
  if (root['format'] !== VOTE_FILE_FORMAT) throw at('/format', `expected « ${VOTE_FILE_FORMAT} »`)
  const method = methodOf(root['method'])
  const rules = rulesOf(recordOf(root['rules'], '/rules'))
  const options = listOf(root['options'], '/options').map(optionOf)
  const ids = options.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) throw at('/options', 'an id is used twice')
  const withdrawn = listOf(root['withdrawn'] ?? [], '/withdrawn').map((one, n) => oneOf(one, ids, `/withdrawn/${n}`))
  if (new Set(withdrawn).size !== withdrawn.length) throw at('/withdrawn', 'an id is used twice')
  const draw = recordOf(root['draw'], '/draw')
  return {
    format: VOTE_FILE_FORMAT,
    id: textOf(root['id'], '/id'),
    question: textOf(root['question'], '/question'),
    closedAt: textOf(root['closedAt'], '/closedAt'),
    method,
    rules,
    options,
    ...(withdrawn.length > 0 && { withdrawn }),
    roll: wholeOf(root['roll'], '/roll'),
    draw: { nonce: textOf(draw['nonce'], '/draw/nonce'), head: textOf(draw['head'], '/draw/head') },
    ballots: listOf(root['ballots'], '/ballots').map((said, index) => {
      const ballot = recordOf(said, `/ballots/${index}`)
      const choice = textOf(ballot['choice'], `/ballots/${index}/choice`)
      const { value = null, lapsed = false } = ballot
      const recused = listOf(ballot['recused'] ?? [], `/ballots/${index}/recused`).map((one, n) =>
        oneOf(one, ids, `/ballots/${index}/recused/${n}`),
      )
      // A lapsed veto was one when it was cast.
      const asked = { method, rules: { ...rules, veto: rules.veto || lapsed === true }, options: ids }
      const fault = checkCast(asked, withdrawn, { choice, value, recused })
      if (fault) throw at(`/ballots/${index}${fault.pointer}`, fault.code)
      return {
        choice,
        value,
        ...(lapsed === true && { lapsed }),
        ...(recused.length > 0 && { recused }),
      } as VoteBallot
    }),
    result: root['result'] ?? null,
  }
}

/** A ballot was whole when it was cast: before anything was withdrawn, or after the first that was, or the second. */
function checkCast(
  asked: Parameters<typeof checkBallot>[0],
  withdrawn: readonly string[],
  ballot: Parameters<typeof checkBallot>[1],
): Fault | null {
  const fault = checkBallot(asked, ballot)
  const then = withdrawn.map((_, n) => asked.options.filter((id) => !withdrawn.slice(0, n + 1).includes(id)))
  return then.some((options) => checkBallot({ ...asked, options }, ballot) === null) ? null : fault
}

/** Whether a text is meant to be a published vote, of whatever version. */
export const isVoteFile = (text: string): boolean => /^\s*\{\s*"format"\s*:/u.test(text)

type Members = { readonly [key: string]: Json | undefined }

const at = (pointer: string, what: string): RangeError => new RangeError(`${pointer || 'the file'}: ${what}`)

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw at('', 'not JSON')
  }
}

function recordOf(value: Json | undefined, pointer: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw at(pointer, 'expected an object')
  return value as Members
}

function listOf(value: Json | undefined, pointer: string): readonly Json[] {
  if (!Array.isArray(value)) throw at(pointer, 'expected a list')
  return value as readonly Json[]
}

function textOf(value: Json | undefined, pointer: string): string {
  if (typeof value !== 'string') throw at(pointer, 'expected a text')
  return value
}

function wholeOf(value: Json | undefined, pointer: string, least = 0): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least)
    throw at(pointer, 'expected a whole number')
  return value
}

function oneOf<T extends string>(value: Json | undefined, allowed: readonly T[], pointer: string): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw at(pointer, `expected one of ${allowed.join(', ')}`)
  return found
}

const methodOf = (value: Json | undefined): Method => oneOf(value, METHODS, '/method')

function optionOf(value: Json, index: number): NamedOption {
  const option = recordOf(value, `/options/${index}`)
  return { id: textOf(option['id'], `/options/${index}/id`), label: textOf(option['label'], `/options/${index}/label`) }
}

function rulesOf(rules: Members): VoteRules {
  const { grades, approvals, points, number, veto, criteria, leastJudges } = rules
  if (typeof veto !== 'boolean') throw at('/rules/veto', 'expected true or false')
  return {
    base: oneOf(rules['base'], ['expressed', 'voters', 'roll'], '/rules/base'),
    threshold: shareOf(rules['threshold'], '/rules/threshold'),
    comparator: oneOf(rules['comparator'], ['>', '>='], '/rules/comparator'),
    quorum: shareOf(rules['quorum'], '/rules/quorum'),
    veto,
    ...(grades !== undefined && {
      grades: listOf(grades, '/rules/grades').map((grade, index) => textOf(grade, `/rules/grades/${index}`)),
    }),
    ...(approvals !== undefined && { approvals: rangeOf(approvals, '/rules/approvals', 0) }),
    ...(points !== undefined && {
      points: { max: wholeOf(recordOf(points, '/rules/points')['max'], '/rules/points/max') },
    }),
    ...(number !== undefined && {
      number: {
        ...rangeOf(number, '/rules/number', Number.MIN_SAFE_INTEGER),
        unit: textOf(recordOf(number, '/rules/number')['unit'], '/rules/number/unit'),
      },
    }),
    ...(criteria !== undefined && { criteria: listOf(criteria, '/rules/criteria').map(criterionOf) }),
    ...(leastJudges !== undefined && { leastJudges: wholeOf(leastJudges, '/rules/leastJudges', 1) }),
  }
}

function criterionOf(value: Json, index: number): NamedCriterion {
  const pointer = `/rules/criteria/${index}`
  const { id, label, weight } = recordOf(value, pointer)
  return {
    id: textOf(id, `${pointer}/id`),
    label: textOf(label, `${pointer}/label`),
    weight: wholeOf(weight, `${pointer}/weight`),
  }
}

function shareOf(value: Json | undefined, pointer: string): { numerator: number; denominator: number } {
  const share = recordOf(value, pointer)
  const numerator = wholeOf(share['numerator'], `${pointer}/numerator`)
  const denominator = wholeOf(share['denominator'], `${pointer}/denominator`, 1)
  if (numerator > denominator) throw at(pointer, 'expected a share of 1 at most')
  return { numerator, denominator }
}

function rangeOf(value: Json, pointer: string, least: number): { min: number; max: number } {
  const range = recordOf(value, pointer)
  return { min: wholeOf(range['min'], `${pointer}/min`, least), max: wholeOf(range['max'], `${pointer}/max`, least) }
}
