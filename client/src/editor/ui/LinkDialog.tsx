import type { Editor } from '@tiptap/core'
import { safeHref } from '@cenacle/document/urls'
import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { linkTo } from '../behaviour/link.ts'
import { useSay } from '../texts/say.ts'

/** What the dialog starts with: the link under the caret, or the text that is selected. */
function readLink(editor: Editor): { href: string; text: string; isLink: boolean } {
  const isLink = editor.isActive('link')
  if (isLink) editor.commands.extendMarkRange('link')
  const { from, to } = editor.state.selection
  const href: unknown = editor.getAttributes('link')['href']
  return { isLink, href: typeof href === 'string' ? href : '', text: editor.state.doc.textBetween(from, to, ' ') }
}

/** One opened this to type an address. */
const focusField = (element: HTMLElement | null): void => element?.querySelector('input')?.focus()

/** Sets, changes, opens or removes a link. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT()
  const say = useSay()
  const [start] = useState(() => readLink(editor))
  const [bad, setBad] = useState(false)
  const submit = (values: FormData): void => {
    const href = linkTo(textOf(values, 'href'))
    if (href === null) return setBad(true)
    const text = textOf(values, 'text').trim() || href
    const chain = editor.chain().focus()
    // An unchanged text keeps its emphasis.
    if (start.text && text === start.text) chain.setMark('link', { href, title: null }).run()
    else chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).run()
    onClose()
  }
  const remove = (): void => {
    editor.chain().focus().unsetMark('link').run()
    onClose()
  }
  const opens = safeHref(start.href)
  return (
    <Dialog isOpen onClose={onClose} title={say('link.title')}>
      <div ref={focusField}>
        <Form
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone">
                {say('link.set')}
              </Button>
              {start.isLink && (
                <Button variant="danger" wide="phone" onPress={remove}>
                  {say('link.remove')}
                </Button>
              )}
              <Button variant="quiet" wide="phone" onPress={onClose}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Field
            name="href"
            label={say('link.address')}
            hint={bad ? say('link.bad') : say('link.addressHint')}
            defaultValue={start.href}
            isInvalid={bad}
            onChange={() => setBad(false)}
            inputMode="url"
            autoComplete="off"
            isRequired
          />
          <Field name="text" label={say('link.text')} defaultValue={start.text} autoComplete="off" optional />
          {start.isLink && opens && (
            <a href={opens} target="_blank" rel="noopener noreferrer">
              {say('link.open')}
            </a>
          )}
        </Form>
      </div>
    </Dialog>
  )
}
