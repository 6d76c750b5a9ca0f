import { useEffect, useState } from 'react'
import { type Call as CallData, useCalls } from '../features/award/jury/api.ts'
import { CallForm, type SentEntry } from '../features/award/jury/CallForm.tsx'
import { ClosedCall } from '../features/award/jury/ClosedCall.tsx'
import { editionName } from '../features/award/jury/edition-name.ts'
import { NextSteps } from '../features/award/jury/NextSteps.tsx'
import { useSay } from '../features/award/jury/texts/say.ts'
import { keepWords } from '../features/award/jury/use-entry-words.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { sayDeadlineHour } from '../i18n/paris.ts'
import { sayDate } from '../i18n/time.ts'
import { focusHead } from '../lib/arrival.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useNow } from '../ui/use-now.ts'

/** After the form: nothing is filed before the mail's link is followed. */
function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  const t = useSay()
  // The form that had the focus is gone.
  useEffect(focusHead, [])
  return (
    <div className="page page-narrow">
      <PageHead title={t('sent.title')} lede={t('sent.lede', { email })} />
      <div className="stack-loose">
        <NextSteps from="mail" />
        <div className="stack">
          <p className="muted">{t('sent.notArrived')}</p>
          <div>
            <Button onPress={onBack}>{t('sent.again')}</Button>
          </div>
        </div>
      </div>
    </div>
  )
}

interface OpenCallProps {
  call: CallData
  privacy: string
  onSent: (sent: SentEntry) => void
}

function OpenCall({ call, privacy, onSent }: OpenCallProps) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const closes = new Date(call.closesAt)
  const when = { date: sayDate(closes, now, locale, 'long'), hour: sayDeadlineHour(closes, locale) }
  return (
    <div className="page page-narrow">
      <PageHead
        above={t('entry.above', { name: editionName(call), ...when })}
        title={t('entry.title')}
        lede={t('entry.lede')}
      />
      <CallForm call={call} privacy={privacy} onSent={onSent} />
    </div>
  )
}

/** The public form of one call, or word that it is over. */
export function Call({ editionId }: { editionId: string }) {
  const calls = useCalls()
  const [sent, setSent] = useState<SentEntry>()
  const back = (): void => {
    if (sent) keepWords('public', editionId, sent.words)
    setSent(undefined)
  }
  if (sent) return <Sent email={sent.email} onBack={back} />
  return (
    <Loaded query={calls}>
      {({ items, privacy }) => {
        const call = items.find(({ id }) => id === editionId)
        return call ? <OpenCall call={call} privacy={privacy} onSent={setSent} /> : <ClosedCall />
      }}
    </Loaded>
  )
}
