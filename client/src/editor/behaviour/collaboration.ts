import { Extension } from '@tiptap/core'
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  redo,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
} from 'y-prosemirror'
import * as Y from 'yjs'
import type { PageSession } from '../live/page-session.ts'
import { keepChosen } from './bound.ts'
import { carets } from './carets.ts'
import { composition } from './composition.ts'

/** The origin of what is typed into the title. */
export const TITLE_ORIGIN = 'title'

/** One's own steps in title and text, in one order; what the others or the server did is never undone. */
export const undoManagerOf = ({ doc, body, title }: Pick<PageSession, 'doc' | 'body' | 'title'>): Y.UndoManager =>
  new Y.UndoManager([body, title], {
    doc,
    trackedOrigins: new Set<unknown>([ySyncPluginKey, TITLE_ORIGIN]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (tr) => tr.meta.get('addToHistory') !== false,
  })

/** Binds the editor to the document of a session. */
export const collaboration = (session: PageSession, undoManager: Y.UndoManager) =>
  Extension.create({
    name: 'collaboration',
    // Before the keys of the lists, so that undo always means this one.
    priority: 1000,
    addProseMirrorPlugins: () => [
      ySyncPlugin(session.body),
      yUndoPlugin({ undoManager }),
      keepChosen(),
      carets(session.awareness),
      composition(session.composing),
    ],
    addKeyboardShortcuts: () => ({
      'Mod-z': ({ editor }) => undo(editor.state),
      'Mod-y': ({ editor }) => redo(editor.state),
      'Mod-Shift-z': ({ editor }) => redo(editor.state),
    }),
  })
