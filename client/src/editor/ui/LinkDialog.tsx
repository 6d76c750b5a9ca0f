import type { Editor } from '@tiptap/core'
import { safeHref } from '@cenacle/document/urls'
import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { linkTo } from '../behaviour/link.ts'
import { PageField } from '../pick/PageField.tsx'
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

interface LinkDialogProps {
  editor: Editor
  spaceId: string
  pageId: string
  onClose: () => void
}

/** Sets, changes, opens or removes a link. */
export function LinkDialog({ editor, spaceId, pageId, onClose }: LinkDialogProps) {
  const t = useT()
  const say = useSay()
  const [start] = useState(() => readLink(editor))
  const [bad, setBad] = useState(false)
  const [address, setAddress] = useState(start.href)
  const [text, setText] = useState(start.text)
  const submit = (): void => {
    const href = linkTo(address)
    if (href === null) return setBad(true)
    const words = text.trim() || href
    const chain = editor.chain().focus()
    // An unchanged text keeps its emphasis.
    if (start.text && words === start.text) chain.setMark('link', { href, title: null }).run()
    else chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
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
          <PageField
            label={say('link.page')}
            hint={bad ? say('link.bad') : say('link.pageHint')}
            value={address}
            isInvalid={bad}
            spaceId={spaceId}
            pageId={pageId}
            onChange={(value) => {
              setBad(false)
              setAddress(value)
            }}
            onPage={({ id, title }) => {
              setBad(false)
              setAddress(`/pages/${id}`)
              if (text.trim() === '') setText(title)
            }}
          />
          <Field label={say('link.text')} value={text} onChange={setText} autoComplete="off" optional />
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
