import {
  Extension,
  InputRule,
  markInputRule,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core'
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'

const node = ({ nodes }: Schema, name: string): NodeType => {
  const type = nodes[name]
  if (!type) throw new Error(`the schema has no node ${name}`)
  return type
}
const mark = ({ marks }: Schema, name: string): MarkType => {
  const type = marks[name]
  if (!type) throw new Error(`the schema has no mark ${name}`)
  return type
}

/** `#` and `##` both make the first level below the page's own title. */
const headingLevel = (signs: string): number => Math.max(2, signs.length)

/** `[ ] ` and `[x] ` at the start of a paragraph, or of an item of a list, make a task. */
const taskRule = (): InputRule =>
  new InputRule({
    find: /^\s*\[( |x|X)?\]\s$/,
    handler: ({ range, match, chain }) => {
      chain()
        .deleteRange(range)
        .toggleList('taskList', 'taskItem')
        .updateAttributes('taskItem', { checked: /x/i.test(match[1] ?? '') })
        .run()
    },
  })

// The sign before an emphasis (a space, a French apostrophe) is looked at, not matched: Tiptap would take it away with the marks.

/** What one types in Markdown becomes what it means; Backspace right after takes that back. */
export const inputRules = Extension.create({
  name: 'markdownInput',
  addInputRules() {
    const { schema } = this.editor
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: node(schema, 'heading'),
        getAttributes: (match) => ({ level: headingLevel(match[1] ?? '') }),
      }),
      textblockTypeInputRule({
        find: /^```([a-z]*)[\s\n]$/,
        type: node(schema, 'codeBlock'),
        getAttributes: (match) => ({ language: match[1] || null }),
      }),
      wrappingInputRule({ find: /^\s*([-+*])\s$/, type: node(schema, 'bulletList') }),
      wrappingInputRule({
        find: /^(\d{1,6})[.)]\s$/,
        type: node(schema, 'orderedList'),
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, list) => list.childCount + Number(list.attrs['start']) === Number(match[1]),
      }),
      wrappingInputRule({ find: /^\s*>\s$/, type: node(schema, 'blockquote') }),
      taskRule(),
      nodeInputRule({ find: /^(?:---|\*\*\*\s)$/, type: node(schema, 'horizontalRule') }),
      markInputRule({ find: /(?<=^|[\s'’(«])(\*\*(?!\s+\*\*)([^*]+)\*\*(?!\s+\*\*))$/, type: mark(schema, 'bold') }),
      markInputRule({ find: /(?<=^|[\s'’(«])(_(?!\s+_)([^_]+)_(?!\s+_))$/, type: mark(schema, 'italic') }),
      markInputRule({ find: /(?<=^|[\s'’(«])(~~(?!\s+~~)([^~]+)~~(?!\s+~~))$/, type: mark(schema, 'strike') }),
      markInputRule({ find: /(^|[^`])`([^`]+)`(?!`)$/, type: mark(schema, 'code') }),
    ]
  },
})
