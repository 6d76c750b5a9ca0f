import { annotations, suggestible } from './annotations.ts'
import { marks } from './marks.ts'
import { nodes } from './nodes.ts'

interface Spec {
  content?: unknown
  group?: unknown
  inline?: unknown
  marks?: unknown
  excludes?: unknown
  attrs?: Readonly<Record<string, { default?: unknown }>> | null | undefined
  toDOM?: unknown
}

/** What of a spec decides which documents an editor can hold; how it looks does not. */
const shape = ({ content, group, inline, marks: allowed, excludes, attrs }: Spec): unknown => [
  content,
  group,
  inline,
  allowed,
  excludes,
  Object.entries(attrs ?? {}).map(([name, attribute]): unknown[] => [name, attribute.default]),
]

/** Names a set of nodes and marks: another one as soon as an editor with the one could harm a document of the other. */
export function versionOf(...sets: Readonly<Record<string, Spec>>[]): string {
  const text = JSON.stringify(sets.map((set) => Object.entries(set).map(([name, spec]) => [name, shape(spec)])))
  return hash(text).toString(36)
}

/** 53 bits of a text (cyrb53, by bryc, public domain); for telling versions apart, not against forgery. */
function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

/**
 * The version of the schema of this code, made from the specs so that nobody can forget to raise it. An editor says its own when it opens a
 * page: one from before a deployment would delete, for everybody, nodes that it does not know.
 */
export const schemaVersion: string = versionOf(suggestible(nodes), marks, annotations)
