import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate } from '../../i18n/time.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Form } from '../../ui/Form.tsx'
import { ErrorNotice, Notice } from '../../ui/Notice.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Followed, useFollowAct } from './api.ts'
import styles from './Candidacies.module.css'
import { useSay } from './texts/say.ts'

/** A seat to accept, with the charter that goes with it. */
export function SeatOffer({ followed, token }: { followed: Followed; token: string }) {
  const t = useSay()
  const accept = useFollowAct(token, 'accept')
  const submit = (): void =>
    accept.mutate(
      { charter: followed.charter?.hash ?? '' },
      { onSuccess: ({ status }) => status !== 'admitted' && toast(t('follow.seatGone')) },
    )
  return (
    <section className={styles['section']} aria-labelledby="offer">
      <h2 id="offer">{t('apply.charter')}</h2>
      {followed.charter && (
        <div className={styles['charter']}>
          <Prose html={followed.charter.html} />
        </div>
      )}
      <Form
        error={accept.error}
        onSubmit={submit}
        actions={
          <Button type="submit" variant="primary" wide="phone" isPending={accept.isPending}>
            {t('follow.accept')}
          </Button>
        }
      >
        <Checkbox name="charter" isRequired>
          {t('follow.acceptCharter')}
        </Checkbox>
      </Form>
    </section>
  )
}

/** The question that comes before a wait ends. */
export function Stay({ followed, token }: { followed: Followed; token: string }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const stay = useFollowAct(token, 'stay', () => toast(t('follow.stayed')))
  const until = followed.waitingUntil
  return (
    <Notice tone="live" title={t('follow.stayTitle')}>
      <p>{t('follow.stayHelp', { date: until ? sayDate(new Date(until), now, locale, 'long') : '' })}</p>
      <ErrorNotice error={stay.error} />
      <p>
        <Button variant="primary" isPending={stay.isPending} onPress={() => stay.mutate({})}>
          {t('follow.stay')}
        </Button>
      </p>
    </Notice>
  )
}
