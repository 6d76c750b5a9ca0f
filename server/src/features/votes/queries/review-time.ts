import { instantOf, morningOf } from '../../../time.ts'

/** When an outcome is looked at again: at eight in the morning of the day, in Paris. @param day as a date of the wire */
export const reviewTime = (day: string): Date => morningOf(instantOf(`${day}T12:00:00Z`), 8)
