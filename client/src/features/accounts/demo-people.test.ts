import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DemoPerson, grouped, suggested } from './demo-people.ts'

const person = (
  name: string,
  role: DemoPerson['role'],
  college: DemoPerson['college'],
  workshop?: string,
): DemoPerson => ({
  id: name,
  email: `${name}@exemple.fr`,
  name,
  role,
  college,
  headline: role === 'member' ? 'Directrice de la communication' : '',
  spaces: workshop ? [{ id: 'w', slug: 'w', kind: 'workshop', role: workshop }] : [],
})
const people = [
  person('Zoé Arnal', 'member', 'woman'),
  person('Émile Brun', 'member', 'man', 'facilitator'),
  person('Nadia Costa', 'guest', 'woman', 'writer'),
  person('Alain Diot', 'administrator', 'man'),
]

test('one person for each way of looking, none invented', () => {
  assert.deepEqual(
    suggested(people).map(({ angle, person: { name } }) => [angle, name]),
    [
      ['member', 'Zoé Arnal'],
      ['facilitator', 'Émile Brun'],
      ['guest', 'Nadia Costa'],
      ['administrator', 'Alain Diot'],
    ],
  )
})

test('names are found without accents and sorted as in French', () => {
  assert.deepEqual(
    grouped(people, 'emile').map(({ role }) => role),
    ['member'],
  )
  assert.deepEqual(
    grouped(people, '')[0]?.people.map(({ name }) => name),
    ['Émile Brun', 'Zoé Arnal'],
  )
  assert.deepEqual(grouped(people, 'directrice zoe')[0]?.people.length, 1)
  assert.deepEqual(grouped(people, 'personne'), [])
})
