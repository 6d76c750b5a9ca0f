import type { MarkSpec, NodeSpec } from 'prosemirror-model'
import type { ElementLike } from './marks.ts'

/** An annotation's id, as a peer may have written it: only what an id looks like is shown. */
const idOf = (value: unknown): string => (typeof value === 'string' && /^[0-9a-zA-Z-]{1,64}$/.test(value) ? value : '')

function annotation(tag: string, data: string, more: Partial<MarkSpec>): MarkSpec {
  return {
    attrs: { id: { default: '' } },
    parseDOM: [
      {
        tag: `${tag}[${data}]`,
        // Before the marks of the content, which know some of these elements too.
        priority: 60,
        getAttrs: (element: ElementLike) => {
          const id = idOf(element.getAttribute(data))
          return id === '' ? false : { id }
        },
      },
    ],
    toDOM: (mark) => [tag, { [data]: idOf(mark.attrs['id']) }, 0],
    ...more,
  }
}

/** What a proposed sign stands for: nothing but itself, a new end of a paragraph, or one that shall go. */
export type BoundaryKind = '' | 'split' | 'join'
const kindOf = (value: unknown): BoundaryKind => (value === 'split' || value === 'join' ? value : '')

const proposedText: Pick<MarkSpec, 'attrs' | 'parseDOM' | 'toDOM'> = {
  attrs: { id: { default: '' }, kind: { default: '' } },
  parseDOM: [
    {
      tag: 'ins[data-suggestion]',
      priority: 60,
      getAttrs: (element: ElementLike) => {
        const id = idOf(element.getAttribute('data-suggestion'))
        return id === '' ? false : { id, kind: kindOf(element.getAttribute('data-boundary')) }
      },
    },
  ],
  toDOM: ({ attrs }) => {
    const kind = kindOf(attrs['kind'])
    return ['ins', { 'data-suggestion': idOf(attrs['id']), ...(kind && { 'data-boundary': kind }) }, 0]
  },
}

/**
 * What is said about a text without being part of it: comments and suggestions. They live in the page's Yjs document, so that they follow
 * their words wherever these go, and only the editor's schema knows them: what is derived, exported or put to the vote has none of them
 * (`readBody` leaves out text that is only suggested). So they need no Markdown form.
 */
export const annotations = {
  /** A thread of comments; several may cover the same words. */
  comment: annotation('span', 'data-comment', { inclusive: false, excludes: '' }),
  /**
   * Text that somebody proposes to add. Several may lie within one another, each under a name of its own in Yjs: an end that one person takes
   * away then never lets another's mark run on over what follows. `kind` tells a sign that stands for a boundary of paragraphs.
   */
  insertion: { ...annotation('ins', 'data-suggestion', { inclusive: false, excludes: '' }), ...proposedText },
  /** Text that somebody proposes to take out. */
  deletion: annotation('del', 'data-suggestion', { inclusive: false, excludes: '' }),
} satisfies Record<string, MarkSpec>

/** Their names, as a node's `marks` says them: a code block refuses the marks of the content, and takes these all the same. */
export const ANNOTATIONS = Object.keys(annotations).join(' ')

/** The annotation whose text is not part of the page yet. */
export const PROPOSED = 'insertion'

/** The attribute of a node that somebody proposes to add or to take out as a whole: y-prosemirror keeps no mark on what is not text. */
export const SUGGESTED = 'suggested'
/** The sign that stands for a boundary of paragraphs in a suggestion. */
export const BOUNDARY = '¶'

/** A suggestion about a whole node, as its attribute says it. */
export interface NodeSuggestion {
  what: 'insertion' | 'deletion'
  id: string
}

/** Reads the attribute of a node; undefined when nothing is proposed, or nothing that makes sense. */
export function nodeSuggestion(value: unknown): NodeSuggestion | undefined {
  const [, what, id] = (typeof value === 'string' && /^(insertion|deletion):([0-9a-zA-Z-]{1,64})$/.exec(value)) || []
  return id !== undefined && (what === 'insertion' || what === 'deletion') ? { what, id } : undefined
}

/** Node specs with that attribute, for the schema of the editor. */
export const suggestible = <N extends string>(nodes: Record<N, NodeSpec>): Record<N, NodeSpec> =>
  Object.fromEntries(
    Object.entries<NodeSpec>(nodes).map(([name, spec]) => [
      name,
      name === 'doc' || name === 'text' ? spec : { ...spec, attrs: { ...spec.attrs, [SUGGESTED]: { default: null } } },
    ]),
  ) as Record<N, NodeSpec>

/**
 * Whose suggestion this is, as far as rights go: the ids of a person begin with this. Only the server's word names a person; it lets
 * nobody who may only suggest use another beginning.
 */
export const suggestionKey = (personId: string): string => personId.replaceAll('-', '')
/** Whether an id begins with that key. */
export const isOwnSuggestion = (id: string, key: string): boolean => key !== '' && id.startsWith(`${key}-`)
