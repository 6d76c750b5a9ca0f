import { canonical } from '@cenacle/tally/canonical'
import type { Content } from './api.ts'

/** The very text that was signed: what travels is that text, read. */
export const signedText = (palmares: Content): string => canonical(palmares)
