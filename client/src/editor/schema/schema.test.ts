import assert from 'node:assert/strict'
import { test } from 'node:test'
import { annotatedSchema } from '@cenacle/document/annotated-schema'
import { schema } from '@cenacle/document/schema'
import { getSchema } from '@tiptap/core'
import { Node, type Schema } from '@tiptap/pm/model'
import { schemaExtensions } from './schema-extensions.ts'

/** What decides whether a document is valid and which rule reads an element; functions are compared by what they make. */
const shapeOf = ({ nodes, marks, topNodeType }: Schema) => ({
  top: topNodeType.name,
  nodes: Object.entries(nodes).map(([name, { spec }]) => {
    const { parseDOM, toDOM, ...rest } = spec
    return [
      name,
      { ...rest, rules: parseDOM?.map(({ tag, priority }) => [tag, priority]), renders: toDOM !== undefined },
    ]
  }),
  marks: Object.entries(marks).map(([name, { spec }]) => {
    const { parseDOM, toDOM, ...rest } = spec
    return [name, { ...rest, rules: parseDOM?.map((rule) => [rule.tag ?? rule.style]), renders: toDOM !== undefined }]
  }),
})

/** One of everything, with every attribute set. */
const everything = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Titre' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', marks: [{ type: 'link', attrs: { href: 'https://a.example', title: 'T' } }], text: 'lien' },
        { type: 'hardBreak' },
        { type: 'image', attrs: { src: '/api/files/1', alt: 'Vue', title: 'T', href: null } },
      ],
    },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: 'a' }] },
    {
      type: 'callout',
      attrs: { kind: 'tip', title: 'À noter' },
      content: [
        {
          type: 'taskList',
          content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { align: 'right' }, content: [{ type: 'paragraph' }] }],
        },
      ],
    },
    { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  ],
}

test('the editor has the schema of packages/document, node for node and in the same order, and the annotations', () => {
  assert.deepEqual(shapeOf(getSchema(schemaExtensions)), shapeOf(annotatedSchema))
  assert.deepEqual(Object.keys(annotatedSchema.nodes), Object.keys(schema.nodes))
})

test('a document of the server is one of the editor, and looks the same', () => {
  const editor = getSchema(schemaExtensions)
  const ours = Node.fromJSON(editor, everything)
  ours.check()
  assert.deepEqual(schema.nodeFromJSON(ours.toJSON()).toJSON(), schema.nodeFromJSON(everything).toJSON())
  const rendered = (node: Node): unknown[] => {
    const children: unknown[] = []
    node.forEach((child) => children.push(rendered(child)))
    return [node.type.spec.toDOM?.(node), ...children]
  }
  assert.deepEqual(rendered(ours), rendered(schema.nodeFromJSON(everything)))
})
