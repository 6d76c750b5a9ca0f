import type { FieldCode } from '@cenacle/contract/problems'

/** What is wrong with a field, in English: the server writes its details in French. */
export const fieldProblems: Partial<Record<FieldCode, string>> = {
  required: 'This field is required.',
  'too-long': 'This text is too long.',
  'too-short': 'This text is too short.',
  'malformed-text': 'This text contains malformed characters.',
  'control-characters': 'This text contains control characters.',
  'hidden-characters': 'This text contains invisible characters that change how it reads.',
  'one-line': 'This field takes a single line.',
  'too-many-marks': 'This name has too many stacked accents.',
  'mixed-scripts': 'This name mixes several alphabets.',
  'reserved-name': 'This name is reserved.',
  'not-an-email': 'This does not look like an e-mail address.',
  'not-a-date': 'This date does not exist.',
  'date-past': 'This date has already passed.',
  'date-too-soon': 'This date is too close.',
  'not-allowed': 'This value is not accepted.',
  'out-of-range': 'This value is out of range.',
  'common-password': 'This password is too common or too close to your name.',
  'not-found': 'This does not exist.',
  duplicate: 'This value is given twice.',
  'equal-ranks': 'This method takes no two options at the same rank.',
  'too-few-options': 'Too few options are chosen: add some, or cast a blank ballot.',
  'too-many-options': 'Too many options are chosen.',
}
