import type { Editor } from '@tiptap/core'
import { CALLOUT_KINDS, calloutKind } from '@cenacle/document/nodes'
import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useSay } from '../texts/say.ts'

/** Puts the selected paragraphs into a callout, or changes the one around the caret. */
export function CalloutDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT()
  const say = useSay()
  const [within] = useState(() => editor.isActive('callout'))
  const [start] = useState(() => editor.getAttributes('callout'))
  const [kind, setKind] = useState(() => calloutKind(start['kind']))
  const submit = (values: FormData): void => {
    const attributes = { kind, title: textOf(values, 'title').replace(/\s+/g, ' ').trim() }
    const chain = editor.chain().focus()
    if (within) chain.updateAttributes('callout', attributes).run()
    else chain.wrapIn('callout', attributes).run()
    onClose()
  }
  const remove = (): void => {
    editor.chain().focus().lift('callout').run()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={say('callout.title')}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone">
              {say(within ? 'callout.change' : 'callout.set')}
            </Button>
            {within && (
              <Button variant="danger" wide="phone" onPress={remove}>
                {say('callout.remove')}
              </Button>
            )}
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Select
          label={say('callout.kind')}
          options={CALLOUT_KINDS.map((id) => ({ id, label: say(`callout.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Field
          name="title"
          label={say('callout.heading')}
          hint={say('callout.headingHint')}
          defaultValue={typeof start['title'] === 'string' ? start['title'] : ''}
          maxLength={120}
          autoComplete="off"
          optional
        />
      </Form>
    </Dialog>
  )
}
