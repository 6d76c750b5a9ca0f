import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { TITLE_ORIGIN, undoManagerOf } from './collaboration.ts'

/** A person's document, joined to the others'. */
function person(...others: Y.Doc[]) {
  const doc = new Y.Doc()
  const [body, title] = [doc.getXmlFragment('body'), doc.getText('title')]
  for (const other of others) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'line')
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && Y.applyUpdate(other, update, 'line'))
    other.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && Y.applyUpdate(doc, update, 'line'))
  }
  const undoManager = undoManagerOf({ doc, body, title })
  return {
    doc,
    undoManager,
    text: () => body.toJSON(),
    title,
    type(text: string, at: number) {
      undoManager.stopCapturing()
      doc.transact(() => {
        const paragraph = body.get(0)
        const inside = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
        if (inside instanceof Y.XmlText) inside.insert(at, text)
        else {
          const made = new Y.XmlElement('paragraph')
          made.insert(0, [new Y.XmlText(text)])
          body.insert(0, [made])
        }
      }, ySyncPluginKey)
    },
  }
}

test('criterion 11: undo takes back one’s own edits alone, also after another typed in the same paragraph; redo brings them again', () => {
  const ann = person()
  ann.type('Le texte commun.', 0)
  const bob = person(ann.doc)
  ann.type('[Ann] ', 0)
  bob.type(' [Bob]', 22)
  ann.type('[encore] ', 6)
  const all = '<paragraph>[Ann] [encore] Le texte commun. [Bob]</paragraph>'
  assert.deepEqual([ann.text(), bob.text()], [all, all])
  ann.undoManager.undo()
  ann.undoManager.undo()
  assert.equal(bob.text(), '<paragraph>Le texte commun. [Bob]</paragraph>')
  ann.undoManager.redo()
  assert.equal(bob.text(), '<paragraph>[Ann] Le texte commun. [Bob]</paragraph>')
  bob.undoManager.undo()
  assert.equal(ann.text(), '<paragraph>[Ann] Le texte commun.</paragraph>')
})

test('criterion 11: in a fresh tab there is nothing to undo, and the title is undone with the text', () => {
  const ann = person()
  ann.type('Ce qui est là.', 0)
  const fresh = person(ann.doc)
  assert.equal(fresh.undoManager.canUndo(), false)
  fresh.undoManager.undo()
  assert.equal(fresh.text(), '<paragraph>Ce qui est là.</paragraph>')
  ann.title.insert(0, 'Titre d’Ann ')
  fresh.doc.transact(() => fresh.title.insert(0, 'Mon '), TITLE_ORIGIN)
  fresh.undoManager.undo()
  assert.equal(ann.title.toJSON(), 'Titre d’Ann ')
})
