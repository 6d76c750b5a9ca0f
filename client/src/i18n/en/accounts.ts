import type { accounts as fr } from '../fr/accounts.ts'
import type { Translated } from '../message.ts'

export const accounts: Translated<typeof fr> = {
  'signIn.act': 'Sign in',
  'college.label': 'For parity, you count among',
  'college.why':
    'The committee has as many women as men: only totals are shown, never your answer. Without an answer you count in neither.',
  'college.woman': 'women',
  'college.man': 'men',
  'college.undeclared': 'no answer',
}
