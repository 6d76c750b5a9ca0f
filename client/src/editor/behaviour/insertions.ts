import type { Editor } from '@tiptap/core'
import type { CalloutKind } from '@cenacle/document/nodes'
import type { Asked } from '../ui/asked.ts'
import type { PlainKey } from '../texts/say.ts'
import { matching } from './fold.ts'
import { insertTable } from './tables.ts'

/** Something that one can put into the text. */
export interface Insertion {
  name: PlainKey
  /** Other words that people look for, French and English. */
  words: string
  /** What one types to have it without the menu. */
  typed?: string
  run: (editor: Editor, ask: (asked: Asked) => void) => void
}

const heading = (level: number) => (editor: Editor) => editor.chain().focus().setNode('heading', { level }).run()
const list = (name: string, item: string) => (editor: Editor) => editor.chain().focus().toggleList(name, item).run()
const asks = (asked: Asked) => (_: Editor, ask: (asked: Asked) => void) => ask(asked)
const types = (text: string) => (editor: Editor) => editor.chain().focus().insertContent(text).run()

/** An empty callout of a kind, around the paragraph of the caret. */
const callout = (kind: CalloutKind) => (editor: Editor) => {
  editor.chain().focus().wrapIn('callout', { kind, title: '' }).run()
}

/** A footnote where the caret stands; it opens to be written. */
export const insertFootnote = (editor: Editor): void => {
  editor.chain().focus().insertContent({ type: 'footnote' }).setMeta('openFootnote', true).run()
}

/** All that can be inserted, what is needed most first. */
export const insertions: readonly Insertion[] = [
  { name: 'style.heading2', words: 'titre heading h2 section', typed: '##', run: heading(2) },
  { name: 'style.heading3', words: 'sous-titre subheading h3', typed: '###', run: heading(3) },
  { name: 'style.heading4', words: 'intertitre small heading h4', typed: '####', run: heading(4) },
  {
    name: 'style.paragraph',
    words: 'texte paragraphe normal text paragraph',
    run: (editor) => editor.chain().focus().setNode('paragraph').run(),
  },
  { name: 'bulletList', words: 'liste puces list bullet', typed: '-', run: list('bulletList', 'listItem') },
  {
    name: 'orderedList',
    words: 'liste numerotee list numbered ordered',
    typed: '1.',
    run: list('orderedList', 'listItem'),
  },
  {
    name: 'taskList',
    words: 'liste taches cases todo tasks checklist',
    typed: '[ ]',
    run: list('taskList', 'taskItem'),
  },
  {
    name: 'table',
    words: 'tableau table grid',
    run: (editor) => void insertTable(3, 3)(editor.state, editor.view.dispatch),
  },
  { name: 'image', words: 'image photo dessin picture', run: asks('image') },
  { name: 'file', words: 'fichier document pdf piece jointe file attachment', run: asks('file') },
  { name: 'link', words: 'lien adresse page link url', run: asks('link') },
  { name: 'mention.person', words: 'personne mention @ person people', typed: '@', run: types('@') },
  { name: 'mention.page', words: 'page wiki mention lien link [[', typed: '[[', run: types('[[') },
  { name: 'footnote', words: 'note bas de page footnote reference', run: insertFootnote },
  { name: 'callout', words: 'encadre callout box titre genre', run: asks('callout') },
  { name: 'callout.info', words: 'encadre information callout box', run: callout('info') },
  { name: 'callout.tip', words: 'encadre conseil astuce callout tip', run: callout('tip') },
  { name: 'callout.warning', words: 'encadre attention callout warning', run: callout('warning') },
  { name: 'callout.danger', words: 'encadre mise en garde callout danger', run: callout('danger') },
  {
    name: 'blockquote',
    words: 'citation quote',
    typed: '>',
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
  {
    name: 'rule',
    words: 'ligne separation trait rule divider',
    typed: '---',
    run: (editor) => editor.chain().focus().insertContent({ type: 'horizontalRule' }).run(),
  },
  { name: 'formula', words: 'formule mathematiques tex latex katex math equation', typed: '$x$', run: asks('formula') },
  {
    name: 'formulaBlock',
    words: 'formule bloc mathematiques tex latex math block equation',
    typed: '$$',
    run: asks('formulaBlock'),
  },
  {
    name: 'codeBlock',
    words: 'code bloc block programme',
    typed: '```',
    run: (editor) => editor.chain().focus().setNode('codeBlock').run(),
  },
  { name: 'shortcuts', words: 'aide raccourcis clavier help shortcuts keyboard', run: asks('help') },
]

/** What answers a word, in the reader's language or in the other. @param nameOf what it is called on the screen */
export const insertionsFor = (wanted: string, nameOf: (name: PlainKey) => string): Insertion[] =>
  matching(insertions, wanted, ({ name, words }) => `${nameOf(name)} ${words}`)
