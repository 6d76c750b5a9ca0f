import type { FastifySchemaCompiler } from 'fastify'
import { ZodError, type z } from 'zod'
import type { $ZodIssue } from 'zod/v4/core'
import { fieldProblems, type FieldCode, type FieldError } from '@cenacle/contract/problems'
import { fieldError, Problem } from '../problem.ts'

/** Validates by the contract's schemas and hands the ZodError on whole: unions keep their alternatives. */
export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const parsed = schema.safeParse(data)
    return parsed.success ? { value: parsed.data } : { error: parsed.error }
  }

/** A validation error of a route's schema as a problem: 422 for a body, 400 for the address. */
export function problemOfValidation(error: Error & { validationContext?: string }): Problem | undefined {
  const context = error.validationContext
  if (!(error instanceof ZodError) || !context) return undefined
  const errors = error.issues.flatMap((issue) => flatten(issue, [])).map(asFieldError)
  const isBody = context === 'body'
  const scalar =
    isBody && errors.some((one) => one.pointer === '' && (one.code === 'wrong-type' || one.code === 'required'))
  if (scalar) return new Problem('bad-request', { errors })
  return new Problem(isBody ? 'invalid' : 'invalid-parameter', { errors: errors.slice(0, 50) })
}

interface Flat {
  issue: $ZodIssue
  path: PropertyKey[]
}

/** Issues inside a union are those of its closest alternative: the one with the fewest. */
function flatten(issue: $ZodIssue, prefix: PropertyKey[]): Flat[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
    return closest.flatMap((inner) => flatten(inner, path))
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, 20).map((key) => ({ issue, path: [...path, key] }))
  return [{ issue, path }]
}

function asFieldError({ issue, path }: Flat): FieldError {
  const pointer = path
    .map((part) => `/${String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  const values =
    'params' in issue && issue.params
      ? issue.params
      : { max: 'maximum' in issue ? issue.maximum : undefined, min: 'minimum' in issue ? issue.minimum : undefined }
  return fieldError(pointer, codeOf(issue), values)
}

function codeOf(issue: $ZodIssue): FieldCode {
  if (issue.message in fieldProblems) return issue.message as FieldCode
  if (issue.code === 'unrecognized_keys') return 'unknown-field'
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'required' : 'wrong-type'
  if (issue.code === 'too_big')
    return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'out-of-range'
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'out-of-range'
  return 'not-allowed'
}
