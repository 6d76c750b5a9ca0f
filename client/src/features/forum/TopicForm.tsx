import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { useDraft, withPoll } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Topic, useCreateTopic } from './api.ts'
import { FormatHints } from './FormatHints.tsx'
import { bodyOf, readAsking } from './polls/asking.ts'
import { PollAttachment } from './polls/PollAttachment.tsx'
import { useSayKept } from './use-say-kept.ts'

interface TopicFormProps {
  spaceId: string
  personId: string
  onDone: (topic: Topic) => void
}

/** A new topic: its title and what it says. What is typed stays on this device until it is sent. */
export function TopicForm({ spaceId, personId, onDone }: TopicFormProps) {
  const t = useT()
  const { draft, isKept, setDraft, clear } = useDraft(personId, `topic.${spaceId}`)
  const [isFound, setFound] = useState(draft.text !== '' || Boolean(draft.title ?? draft.poll))
  const create = useCreateTopic(spaceId, (topic) => {
    clear()
    onDone(topic)
  })
  const { title = '', text, poll } = draft
  const hasWords = (title + text).trim() !== '' || poll !== undefined
  useSayKept(isKept && hasWords && !create.isSuccess)
  const submit = (): void => {
    const body = { title, body: text, ...(poll !== undefined && { poll: bodyOf(readAsking(poll)) }) }
    if (!create.isPending) create.mutate({ body, sendKey: draft.sendKey })
  }
  const discard = (): void => {
    clear()
    setFound(false)
  }
  return (
    <Form
      error={create.error}
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
            {t(create.isPending ? 'reply.sending' : 'topics.act')}
          </Button>
          {hasWords && (
            <Button variant="quiet" wide="phone" onPress={discard}>
              {t('draft.discard')}
            </Button>
          )}
        </>
      }
    >
      {isFound && <Notice tone="done">{t('draft.found')}</Notice>}
      {!isKept && <Notice tone="live">{t('draft.unkept')}</Notice>}
      <Field
        name="title"
        label={t('topics.title')}
        hint={t('topics.titleHint')}
        value={title}
        onChange={(next) => setDraft({ ...draft, title: next })}
        maxLength={200}
        autoComplete="off"
        isRequired
      />
      <TextArea
        name="body"
        label={t('topics.body')}
        value={text}
        onChange={(next) => setDraft({ ...draft, text: next })}
        rows={9}
        maxLength={20_000}
        isRequired
      />
      <FormatHints />
      <PollAttachment kept={poll} onChange={(next) => setDraft(withPoll(draft, next))} />
    </Form>
  )
}
