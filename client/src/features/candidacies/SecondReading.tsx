import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Confirm, Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { textOf } from '../../ui/text-of.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Candidacy, useSecondReading, useTakeVetoBack } from './api.ts'
import styles from './Candidacies.module.css'
import { useSay } from './texts/say.ts'

/** What a mediation came to, for all who vote once more; shows nothing without one. */
export function Mediation({ candidacy: { mediation } }: { candidacy: Candidacy }) {
  const t = useSay()
  if (!mediation) return null
  return (
    <section className={styles['section']} aria-labelledby="mediation">
      <h2 id="mediation" className="caption">
        {t('reading.mediation')}
      </h2>
      <div className={styles['reply']}>
        <p className="small muted">
          {mediation.person?.name ?? t('question.bySomeone')}, <TimeAgo at={mediation.at} />
        </p>
        <p>{mediation.text}</p>
      </div>
    </section>
  )
}

/** After a veto: who takes theirs back, and the second reading that may follow. Shows nothing in any other state. */
export function SecondReading({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const [isAsked, setAsked] = useState<'back' | 'open'>()
  const { vetoes, can } = candidacy
  if (!vetoes) return null
  const close = (): void => setAsked(undefined)
  const isResolved = vetoes.standing === vetoes.takenBack
  return (
    <section className={styles['apart']} aria-labelledby="second-reading">
      <h2 id="second-reading">{t('reading.title')}</h2>
      <p>
        {t('reading.standing', { count: vetoes.standing })}{' '}
        {isResolved
          ? t('reading.all')
          : vetoes.takenBack > 0
            ? t('reading.takenBack', { count: vetoes.takenBack })
            : t('reading.noneTakenBack')}
      </p>
      <p className="muted">{t('reading.help')}</p>
      <div className="row">
        {can.takeVetoBack && <Button onPress={() => setAsked('back')}>{t('reading.takeBack')}</Button>}
        {(can.reopen || can.mediate) && (
          <Button variant={can.reopen ? 'primary' : 'secondary'} onPress={() => setAsked('open')}>
            {t('reading.open')}
          </Button>
        )}
      </div>
      <TakeBack candidacy={candidacy} isOpen={isAsked === 'back'} onClose={close} />
      <OpenReading candidacy={candidacy} isOpen={isAsked === 'open'} onClose={close} />
    </section>
  )
}

interface AskProps {
  candidacy: Candidacy
  isOpen: boolean
  onClose: () => void
}

function TakeBack({ candidacy, isOpen, onClose }: AskProps) {
  const t = useSay()
  const takeBack = useTakeVetoBack(candidacy.id, () => {
    toast(t('reading.tookBack'))
    onClose()
  })
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('reading.takeBackTitle')}
      act={t('reading.takeBack')}
      danger={false}
      isPending={takeBack.isPending}
      onConfirm={() => takeBack.mutate(undefined)}
    >
      {t('reading.takeBackHelp')}
      <ErrorNotice error={takeBack.error} />
    </Confirm>
  )
}

function OpenReading({ candidacy, isOpen, onClose }: AskProps) {
  const t = useSay()
  const open = useSecondReading(candidacy.id, () => {
    toast(t('reading.opened'))
    onClose()
  })
  const needsMediation = candidacy.can.mediate
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('reading.openTitle')}>
      <p className="muted">{t('reading.openHelp')}</p>
      <Form
        error={open.error}
        onSubmit={(values) => open.mutate(needsMediation ? textOf(values, 'mediation') : undefined)}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={open.isPending}>
              {t('reading.open')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        {needsMediation && (
          <TextArea
            name="mediation"
            label={t('reading.mediation')}
            hint={t('reading.mediationHint')}
            maxLength={4_000}
            isRequired
          />
        )}
      </Form>
    </Dialog>
  )
}
