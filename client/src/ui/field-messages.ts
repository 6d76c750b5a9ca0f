import type { FieldError } from '@cenacle/contract/problems'
import type { Locale } from '../i18n/i18n.tsx'
import { fieldProblems } from '../i18n/en/field-problems.ts'
import { asProblem } from '../lib/problem.ts'

const isKnown = (code: string): code is keyof typeof fieldProblems => code in fieldProblems

/** What is wrong with one field, in the language of the page. */
export const sayFieldError = ({ code, detail }: FieldError, locale: Locale): string =>
  (locale === 'en' && isKnown(code) && fieldProblems[code]) || detail

/** The name of the form's field that an error points at: `/people/0/role` is `people.0.role`. */
export const fieldOf = ({ pointer }: FieldError): string => pointer.replace(/^\//, '').replaceAll('/', '.')

/** Messages by field of whatever was thrown, for `<Form validationErrors>`. */
export const fieldMessages = (error: unknown, locale: Locale): Record<string, string> =>
  Object.fromEntries((asProblem(error)?.errors ?? []).map((each) => [fieldOf(each), sayFieldError(each, locale)]))
