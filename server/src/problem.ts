import { fieldProblems, problems, type FieldCode, type FieldError, type ProblemCode } from '@cenacle/contract/problems'

interface Details {
  /** More than the title says, in French; never a text of ours about internals. */
  detail?: string
  errors?: FieldError[]
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
  cause?: unknown
}

/** What went wrong, as a code of the contract's table; the problem handler turns it into problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(code, { cause: details.cause })
    this.code = code
    this.details = details
  }
  get status(): number {
    return problems[this.code][0]
  }
}

/** One wrong field, as an entry of `errors`. */
export const fieldError = (
  pointer: string,
  code: FieldCode,
  values: Record<string, string | number | undefined> = {},
): FieldError => ({
  pointer,
  code,
  detail: fieldProblems[code].replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`),
})

/** 422 that names one field. */
export const invalidField = (
  pointer: string,
  code: FieldCode,
  values?: Record<string, string | number | undefined>,
): Problem => new Problem('invalid', { errors: [fieldError(pointer, code, values)] })
