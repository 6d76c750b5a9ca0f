import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marks } from '../src/marks.ts'
import { nodes } from '../src/nodes.ts'
import { schemaVersion, versionOf } from '../src/schema-version.ts'

test('a schema has another version as soon as a node, a mark or an attribute does', () => {
  const base = versionOf(nodes, marks)
  assert.match(schemaVersion, /^[0-9a-z]{6,12}$/)
  assert.equal(versionOf(nodes, marks), base)
  assert.notEqual(versionOf({ ...nodes, sketch: { group: 'block' } }, marks), base)
  assert.notEqual(versionOf(nodes, { ...marks, blink: {} }), base)
  const heading = { ...nodes.heading, attrs: { ...nodes.heading.attrs, id: { default: null } } }
  assert.notEqual(versionOf({ ...nodes, heading }, marks), base)
  assert.notEqual(versionOf({ ...nodes, heading: { ...nodes.heading, content: 'text*' } }, marks), base)
  assert.equal(versionOf({ ...nodes, heading: { ...nodes.heading, toDOM: () => ['h7', 0] } }, marks), base)
})
