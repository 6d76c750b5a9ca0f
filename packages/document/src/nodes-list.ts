import type { NodeSpec, Node as PmNode } from 'prosemirror-model'
import type { ElementLike } from './marks.ts'

/** Highest start of an ordered list: Markdown allows nine digits, and the items that follow need room. */
export const MAX_LIST_START = 999_999

/** The start of an ordered list: a whole number from 0 to MAX_LIST_START, else 1. */
export function listStart(value: unknown): number {
  const start = typeof value === 'string' ? Number(value) : value
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= MAX_LIST_START ? start : 1
}

/**
 * Specs of the lists. Items hold `block+`, not `paragraph block*`: when two people delete different halves of an item
 * at once, y-prosemirror throws away what the schema refuses, and a laxer schema refuses less.
 */
export const listNodes = {
  bulletList: {
    content: 'listItem+',
    group: 'block list',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    attrs: { start: { default: 1 } },
    parseDOM: [
      { tag: 'ol', getAttrs: (element: ElementLike) => ({ start: listStart(element.getAttribute('start') ?? 1) }) },
    ],
    toDOM(node: PmNode) {
      const start = listStart(node.attrs.start)
      return ['ol', start === 1 ? {} : { start: String(start) }, 0]
    },
  },
  listItem: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  taskList: {
    content: 'taskItem+',
    group: 'block list',
    parseDOM: [{ tag: 'ul[data-type="taskList"]', priority: 51 }],
    toDOM: () => ['ul', { 'data-type': 'taskList' }, 0],
  },
  taskItem: {
    content: 'block+',
    defining: true,
    attrs: { checked: { default: false } },
    parseDOM: [
      {
        tag: 'li[data-type="taskItem"]',
        priority: 51,
        contentElement: 'div',
        getAttrs: (element: ElementLike) => ({ checked: element.getAttribute('data-checked') === 'true' }),
      },
    ],
    toDOM(node: PmNode) {
      const checked = node.attrs.checked === true
      const box = ['input', { type: 'checkbox', disabled: 'disabled', ...(checked ? { checked: 'checked' } : {}) }]
      return ['li', { 'data-type': 'taskItem', 'data-checked': String(checked) }, ['label', box], ['div', 0]]
    },
  },
} satisfies Record<string, NodeSpec>
