import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../lib/problem.ts'
import { fieldMessages } from './field-messages.ts'

const error = new Problem('invalid', 422, 'Certains champs sont à corriger', {
  errors: [
    { pointer: '/people/0/role', code: 'not-allowed', detail: 'Cette valeur n’est pas admise.' },
    { pointer: '/name', code: 'of-tomorrow', detail: 'Trop tôt.' },
  ],
})

test('messages go to the field of that name, in the language of the page where it is known', () => {
  assert.deepEqual(fieldMessages(error, 'fr'), { 'people.0.role': 'Cette valeur n’est pas admise.', name: 'Trop tôt.' })
  assert.deepEqual(fieldMessages(error, 'en'), { 'people.0.role': 'This value is not accepted.', name: 'Trop tôt.' })
  assert.deepEqual(fieldMessages(new Error('x'), 'fr'), {})
})
