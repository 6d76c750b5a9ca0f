import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import type { KeptDraft } from '../../../lib/use-draft.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { MentionList } from './MentionList.tsx'
import styles from './Panel.module.css'
import { useMentions } from './use-mentions.ts'

interface ComposerProps {
  label: string
  act: string
  spaceId: string
  kept: Pick<KeptDraft, 'draft' | 'isKept' | 'setDraft'>
  error: unknown
  isPending: boolean
  onSend: (sending: { body: string; sendKey: string }) => void
  onCancel: () => void
}

const MAX = 5_000

/** Where one writes a comment, with the focus from the beginning: plain text with Markdown, people of the space after an @, Ctrl+Enter to send, Escape to leave. */
export function Composer({ label, act, spaceId, kept, error, isPending, onSend, onCancel }: ComposerProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const { draft, isKept, setDraft } = kept
  const mentions = useMentions(box, spaceId, (text) => setDraft({ text }))
  useEffect(() => {
    box.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [])
  const send = (): void => {
    if (draft.text.trim() !== '' && !isPending) onSend({ body: draft.text, sendKey: draft.sendKey })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mentions.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.current?.querySelector('form')?.requestSubmit()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  return (
    <div ref={box} className={styles['composer']} onInput={mentions.onInput}>
      <Form error={error} onSubmit={send} actions={null}>
        {!isKept && <Notice tone="live">{t('draft.unkept')}</Notice>}
        <TextArea
          name="body"
          label={label}
          value={draft.text}
          onChange={(text) => setDraft({ text })}
          onKeyDown={onKeyDown}
          onBlur={mentions.close}
          rows={3}
          maxLength={MAX}
          isRequired
        />
        <MentionList mentions={mentions} />
        <div className={styles['acts']}>
          <Button type="submit" variant="primary" size="small" isPending={isPending}>
            {act}
          </Button>
          <Button variant="quiet" size="small" onPress={onCancel}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
