import type { Moment, TimelineAnswer } from '@cenacle/contract/history'
import type { PageAnswer } from '@cenacle/contract/page'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Confirm, Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useChangeHistory, useDiff } from './api.ts'
import { sayMoment } from './moments.ts'
import { useUndoable } from './use-restore.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

interface ActsProps {
  page: PageAnswer
  timeline: TimelineAnswer
  moment: Moment
}

/** Naming a version and bringing it back, for those who may. */
export function VersionActs({ page, timeline, moment }: ActsProps) {
  const t = useSay()
  const [asked, setAsked] = useState<'restore' | 'name'>()
  const name = timeline.names.find(({ seq }) => seq === moment.seq)
  const isNow = moment.seq === timeline.moments.at(-1)?.seq
  const close = (): void => setAsked(undefined)
  return (
    <div className={styles['acts']}>
      {timeline.can.name && (
        <Button onPress={() => setAsked('name')}>{t(name ? 'history.rename' : 'history.name')}</Button>
      )}
      {timeline.can.restore && !isNow && (
        <Button variant="primary" onPress={() => setAsked('restore')}>
          {t('history.restore')}
        </Button>
      )}
      {asked === 'restore' && <RestoreDialog page={page} timeline={timeline} moment={moment} onClose={close} />}
      {asked === 'name' && <NameDialog pageId={page.id} seq={moment.seq} name={name?.name} onClose={close} />}
    </div>
  )
}

function RestoreDialog({ page, timeline, moment, onClose }: ActsProps & { onClose: () => void }) {
  const t = useSay()
  const { locale } = useI18n()
  const [, setParams] = useSearchParams()
  const { mutate, isPending } = useChangeHistory(page.id)
  const undoable = useUndoable(page.id)
  const now = timeline.moments.at(-1)?.seq ?? moment.seq
  const diff = useDiff(page.id, moment.seq < now ? { from: moment.seq, to: now } : null)
  const restore = (): void =>
    mutate(
      { act: 'restore', seq: moment.seq },
      {
        onSuccess: (answer) => {
          onClose()
          // To the version that the restore made, which is the newest.
          setParams({}, { replace: true, preventScrollReset: true })
          undoable.done(answer?.seq ?? null, t('history.restored'))
        },
        onError: (error) => {
          onClose()
          undoable.failed(error)
        },
      },
    )
  return (
    <Confirm
      isOpen
      danger={false}
      title={t('history.restoreTitle', { date: sayMoment(moment.at, locale) })}
      act={t('history.restore')}
      isPending={isPending}
      onConfirm={restore}
      onClose={onClose}
    >
      <p>{t('history.restoreWhat')}</p>
      <Loaded query={diff}>
        {({ summary: { wordsAdded, wordsRemoved } }) => {
          const parts = [
            wordsAdded > 0 && t('history.restoreTakes', { count: wordsAdded }),
            wordsRemoved > 0 && t('history.restoreGives', { count: wordsRemoved }),
          ].filter((part) => part !== false)
          return (
            <p className="strong">
              {parts.length > 0 ? `${new Intl.ListFormat(locale).format(parts)}.` : t('history.restoreSame')}
            </p>
          )
        }}
      </Loaded>
      <p>{t('history.restoreKeeps')}</p>
    </Confirm>
  )
}

interface NameProps {
  pageId: string
  seq: number
  name: string | undefined
  onClose: () => void
}

function NameDialog({ pageId, seq, name: given, onClose }: NameProps) {
  const t = useSay()
  const [name, setName] = useState(given ?? '')
  const { mutate, error, isPending } = useChangeHistory(pageId)
  const done = (said: string) => ({
    onSuccess: () => {
      onClose()
      toast(said)
    },
  })
  return (
    <Dialog isOpen title={t('history.nameTitle')} onClose={onClose}>
      <Form
        error={error}
        onSubmit={() => mutate({ act: 'name', seq, name }, done(t('history.named')))}
        actions={
          <>
            <Button variant="primary" type="submit" isPending={isPending}>
              {t('history.nameAct')}
            </Button>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
            {given !== undefined && (
              <Button variant="quiet" onPress={() => mutate({ act: 'unname', seq }, done(t('history.unnamed')))}>
                {t('history.unname')}
              </Button>
            )}
          </>
        }
      >
        <Field
          label={t('history.nameField')}
          hint={t('history.nameHint')}
          name="name"
          // One opened this to type it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          onChange={setName}
          isRequired
          maxLength={120}
        />
      </Form>
    </Dialog>
  )
}
