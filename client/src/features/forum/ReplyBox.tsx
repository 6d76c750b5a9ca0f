import { type KeyboardEvent, type Ref, useRef } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { asProblem } from '../../lib/problem.ts'
import { type KeptDraft, withPoll } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { NewPost, Sending } from './api.ts'
import { FormatHints } from './FormatHints.tsx'
import { bodyOf, readAsking } from './polls/asking.ts'
import { PollAttachment } from './polls/PollAttachment.tsx'
import styles from './Writing.module.css'

interface ReplyBoxProps {
  /** The box, to bring the focus to it. */
  boxRef: Ref<HTMLDivElement>
  kept: KeptDraft
  error: unknown
  onSend: (reply: Sending<NewPost>) => void
}

/** Where one answers. The text and the key under which it leaves stay on this device until it has arrived. */
export function ReplyBox({ boxRef, kept, error, onSend }: ReplyBoxProps) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const { draft, isKept, setDraft } = kept
  const send = (): void => {
    const { text, poll, sendKey } = draft
    const body = { body: text, ...(poll !== undefined && { poll: bodyOf(readAsking(poll)) }) }
    if (text.trim() !== '') onSend({ body, sendKey })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.querySelector('form')?.requestSubmit()
  }
  // A text that the server refuses is explained at its field; a network that fails, beside the text that waits.
  const refused = asProblem(error)?.errors.length ? error : undefined
  return (
    <div ref={boxRef} className={styles['reply']}>
      <div ref={form}>
        <Form error={refused} onSubmit={send} actions={null}>
          {!isKept && <Notice tone="live">{t('draft.unkept')}</Notice>}
          <TextArea
            name="body"
            label={t('reply.label')}
            value={draft.text}
            onChange={(text) => setDraft({ ...draft, text })}
            onKeyDown={onKeyDown}
            rows={4}
            maxLength={20_000}
            isRequired
          />
          <div className={styles['send']}>
            <Button type="submit" variant="primary" wide="phone">
              {t('reply.act')}
            </Button>
            <span className={`${styles['shortcut']} small muted`}>{t('reply.shortcut')}</span>
          </div>
          <FormatHints />
          <PollAttachment kept={draft.poll} onChange={(poll) => setDraft(withPoll(draft, poll))} />
        </Form>
      </div>
    </div>
  )
}
