import { Mark, Node } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { annotatedSchema } from '@cenacle/document/annotated-schema'

type Attributes = Record<string, AttributeSpec> | undefined

/** Attributes with their defaults only: parsing and rendering stay with the spec, so that there is one schema. */
const attributesOf = (attrs: Attributes) =>
  Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, { default: value }]) => [
      name,
      { default: value as unknown, rendered: false, parseHTML: () => null },
    ]),
  )

/** What of a node spec has no field of its own in Tiptap. */
const more = ({ tableRole }: NodeSpec) => (tableRole === undefined ? {} : { tableRole: tableRole as unknown })

function nodeExtension(name: string, spec: NodeSpec) {
  const { content, marks, group, inline, atom, selectable, draggable, code, defining, isolating, parseDOM, toDOM } =
    spec
  const given = { content, marks, group, inline, atom, selectable, draggable, code, defining, isolating }
  return Node.create({
    name,
    topNode: name === 'doc',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    addAttributes: () => attributesOf(spec.attrs),
    extendNodeSchema: (extension: { name: string }) => (extension.name === name ? more(spec) : {}),
    ...(parseDOM && { parseHTML: () => parseDOM }),
    ...(toDOM && { renderHTML: ({ node }) => toDOM(node) }),
  })
}

function markExtension(name: string, spec: MarkSpec) {
  const { inclusive, excludes, code, parseDOM, toDOM } = spec
  const given = { inclusive, excludes, code }
  return Mark.create({
    name,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    addAttributes: () => attributesOf(spec.attrs),
    ...(parseDOM && { parseHTML: () => parseDOM }),
    ...(toDOM && { renderHTML: ({ mark }) => toDOM(mark, true) }),
  })
}

/** The nodes and marks of packages/document as Tiptap extensions, in their order: the schema built from them is that of the server, and its annotations. */
export const schemaExtensions = [
  ...Object.values(annotatedSchema.nodes).map(({ name, spec }) => nodeExtension(name, spec)),
  ...Object.values(annotatedSchema.marks).map(({ name, spec }) => markExtension(name, spec)),
]
