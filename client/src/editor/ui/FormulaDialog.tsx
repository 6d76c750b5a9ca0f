import type { Editor } from '@tiptap/core'
import { blockTex, inlineTex } from '@cenacle/document/tex'
import { useEffect, useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { changeNodeText, type FormulaPlace, typeset } from '../behaviour/formulas.ts'
import { changeBetween } from '../behaviour/text-diff.ts'
import { type SayInEditor, useSay } from '../texts/say.ts'
import styles from './Editor.module.css'

const EXAMPLES = 'x^2, \\frac{a}{b}, \\sqrt{x}, \\sum_{i=1}^n i'

interface FormulaDialogProps {
  editor: Editor
  /** The one to change; undefined for a new one. */
  place: FormulaPlace | undefined
  /** Does a new one stand on lines of its own? */
  alone: boolean
  onClose: () => void
}

type Seen = { html: string } | { wrong: string } | 'unavailable' | undefined

/** The formula as it will look, a moment after one stops typing. */
function useSeen(tex: string, display: boolean): Seen {
  const [seen, setSeen] = useState<Seen>()
  useEffect(() => {
    let isCurrent = true
    const show = (result: Seen): void => void (isCurrent && setSeen(result))
    const timer = setTimeout(
      () => void (tex === '' ? show(undefined) : typeset(tex, display).then(show, () => show('unavailable'))),
      150,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [tex, display])
  return seen
}

/** Where the formula is now, and what it says: a colleague may have changed or removed it meanwhile. */
function nodeAt(editor: Editor, place: FormulaPlace | undefined) {
  const position = place?.position()
  const node = position === undefined ? null : editor.state.doc.nodeAt(position)
  return node && position !== undefined && node.type.name.startsWith('math') ? { node, position } : undefined
}

/** Puts a formula into the text, or changes one: what a colleague changed elsewhere in it stays. */
function write(editor: Editor, place: FormulaPlace | undefined, tex: string, alone: boolean): void {
  const found = nodeAt(editor, place)
  const type = alone ? 'mathBlock' : 'math'
  const content = { type, content: [{ type: 'text', text: tex }] }
  if (!found) return void editor.chain().focus().insertContent(content).run()
  const range = { from: found.position, to: found.position + found.node.nodeSize }
  if (tex === '') return void editor.chain().focus().deleteRange(range).run()
  if (found.node.type.name !== type) return void editor.chain().focus().insertContentAt(range, content).run()
  const change = changeBetween(found.node.textContent, tex, tex.length)
  if (change) changeNodeText(editor.view, found.position, change)
  editor.commands.focus()
}

/** One opened this to type. */
const focusField = (element: HTMLElement | null): void => element?.querySelector('textarea')?.focus()

/** Writes a formula, and shows it as one types. */
export function FormulaDialog({ editor, place, alone: startsAlone, onClose }: FormulaDialogProps) {
  const t = useT()
  const say = useSay()
  const [start] = useState(() => nodeAt(editor, place)?.node)
  const [text, setText] = useState(start?.textContent ?? '')
  const [alone, setAlone] = useState(start ? start.type.name === 'mathBlock' : startsAlone)
  const tex = alone ? blockTex(text) : inlineTex(text)
  const seen = useSeen(tex, alone)
  const done = (wanted: string): void => {
    write(editor, place, wanted, alone)
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={say('formula.title')}>
      <Form
        onSubmit={() => tex !== '' && done(tex)}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone">
              {say(start ? 'formula.change' : 'formula.set')}
            </Button>
            {start && (
              <Button variant="danger" wide="phone" onPress={() => done('')}>
                {say('formula.remove')}
              </Button>
            )}
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <div ref={focusField}>
          <TextArea
            label={say('formula.tex')}
            hint={`${say('formula.hint')} ${EXAMPLES}`}
            value={text}
            onChange={setText}
            rows={alone ? 4 : 2}
            spellCheck="false"
            autoComplete="off"
            maxLength={5_000}
            isRequired
          />
        </div>
        <Checkbox isSelected={alone} onChange={setAlone}>
          {say('formula.alone')}
        </Checkbox>
        <Preview seen={seen} />
      </Form>
    </Dialog>
  )
}

function problemOf(seen: Seen, say: SayInEditor): string | undefined {
  if (seen === 'unavailable') return say('formula.unavailable')
  if (!seen || 'html' in seen) return undefined
  return seen.wrong === '' ? say('formula.unfinished') : say('formula.wrong', { at: seen.wrong })
}

function Preview({ seen }: { seen: Seen }) {
  const say = useSay()
  const problem = problemOf(seen, say)
  return (
    <section aria-label={say('formula.preview')} className={styles['formula']}>
      <p role="status" className={styles['problem']}>
        {problem}
      </p>
      {seen && seen !== 'unavailable' && 'html' in seen && (
        // Made by KaTeX from what one types, escaped and trusted with nothing.
        <div className="math-block" dangerouslySetInnerHTML={{ __html: seen.html }} />
      )}
    </section>
  )
}
