import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useI18n, useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Confirm, Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problem-text.ts'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { type Topic, useUpdateTopic } from './api.ts'

function Rename({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const t = useT()
  const update = useUpdateTopic(topic.id, () => {
    toast(t('topic.renamed'))
    onClose()
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('topic.renameTitle')}>
      <Form
        error={update.error}
        onSubmit={(values) => update.mutate({ title: textOf(values, 'title') })}
        actions={
          <>
            <Button type="submit" variant="primary" isPending={update.isPending}>
              {t('ui.save')}
            </Button>
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Field name="title" label={t('topics.title')} defaultValue={topic.title} maxLength={200} isRequired />
      </Form>
    </Dialog>
  )
}

/** What those who may can do to a whole topic: another title, its end, its return. */
export function TopicMenu({ topic }: { topic: Topic }) {
  const { t, locale } = useI18n()
  const navigate = useNavigate()
  const { data: me } = useSession()
  const [asked, setAsked] = useState<'rename' | 'close'>()
  const done = (): void => setAsked(undefined)
  const update = useUpdateTopic(topic.id, ({ closedAt }) => {
    toast(t(closedAt ? 'topic.closedNow' : 'topic.reopened'))
    done()
  })
  const reopen = (): void =>
    update.mutate({ closed: false }, { onError: (error) => toast(problemText(error, locale, t).title) })
  const decide = (): void => void navigate(paths.newDecision(topic.spaceSlug, { kind: 'topic', id: topic.id }))
  const actions = [
    topic.can.reply && me?.can.vote && { id: 'decide', label: t('topic.decide'), onAction: decide },
    topic.can.edit && { id: 'rename', label: t('topic.rename'), onAction: () => setAsked('rename') },
    topic.can.close &&
      (topic.closedAt
        ? { id: 'reopen', label: t('topic.reopen'), onAction: reopen }
        : { id: 'close', label: t('topic.close'), onAction: () => setAsked('close') }),
  ].filter((action) => action !== false && action !== undefined)
  return (
    <>
      <Menu label={t('topic.actions')} actions={actions} />
      {asked === 'rename' && <Rename topic={topic} onClose={done} />}
      <Confirm
        isOpen={asked === 'close'}
        onClose={done}
        title={t('topic.closeTitle')}
        act={t('topic.close')}
        danger={false}
        isPending={update.isPending}
        onConfirm={() => update.mutate({ closed: true })}
      >
        {t('topic.closeHelp')}
        <ErrorNotice error={update.error} />
      </Confirm>
    </>
  )
}
