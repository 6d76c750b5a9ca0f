import type { MarkSpec } from 'prosemirror-model'
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

/**
 * What is said about a text without being part of it: comments and suggestions. They live in the page's Yjs document, so that they follow
 * their words wherever these go, and only the editor's schema knows them: what is derived, exported or put to the vote has none of them
 * (`readBody` leaves out text that is only suggested). So they need no Markdown form.
 */
export const annotations = {
  /** A thread of comments; several may cover the same words. */
  comment: annotation('span', 'data-comment', { inclusive: false, excludes: '' }),
  /** Text that somebody proposes to add. */
  insertion: annotation('ins', 'data-suggestion', {}),
  /** Text that somebody proposes to take out. */
  deletion: annotation('del', 'data-suggestion', { inclusive: false }),
} satisfies Record<string, MarkSpec>

/** The annotation whose text is not part of the page yet. */
export const PROPOSED = 'insertion'
