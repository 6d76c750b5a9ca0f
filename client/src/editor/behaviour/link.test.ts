import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkTo } from './link.ts'

test('what one types becomes the address one means', () => {
  assert.equal(linkTo(' www.exemple.fr '), 'https://www.exemple.fr')
  assert.equal(linkTo('exemple.fr/a?b=c'), 'https://exemple.fr/a?b=c')
  assert.equal(linkTo('https://exemple.fr'), 'https://exemple.fr')
  assert.equal(linkTo('maelle@exemple.fr'), 'mailto:maelle@exemple.fr')
  assert.equal(linkTo('/pages/1'), '/pages/1')
  assert.equal(linkTo('#titre'), '#titre')
})

test('what is no address, or a dangerous one, is none', () => {
  for (const text of [
    '',
    'bonjour',
    'deux mots.fr ici',
    'javascript:alert(1)',
    'JaVaScript:a',
    'data:text/html,a',
    '//mal.example',
  ])
    assert.equal(linkTo(text), null, text)
})
