import { useState } from 'react'
import { useApplicationForm } from '../features/candidacies/api.ts'
import { APPLICATION_DRAFT, ApplicationForm } from '../features/candidacies/ApplicationForm.tsx'
import { useSay } from '../features/candidacies/texts/say.ts'
import { drafts } from '../lib/drafts.ts'
import { toast } from '../ui/toasts.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The public form: somebody without an account asks for a seat. */
export function Application() {
  const t = useSay()
  const form = useApplicationForm()
  const [sentTo, setSentTo] = useState<string>()
  const forget = (): void => {
    drafts.forget(...APPLICATION_DRAFT)
    toast(t('apply.forgotten'))
  }
  if (sentTo !== undefined)
    return (
      <div className="page page-narrow" role="status">
        <PageHead title={t('apply.sent')} lede={t('apply.sentHelp', { email: sentTo })} />
        <div className="stack">
          <p className="muted">{t('apply.notArrived')}</p>
          <p className="muted">{t('apply.keptHere')}</p>
          <div className="row">
            <Button onPress={() => setSentTo(undefined)}>{t('apply.again')}</Button>
            <Button variant="quiet" onPress={forget}>
              {t('apply.forget')}
            </Button>
          </div>
        </div>
      </div>
    )
  return (
    <div className="page page-narrow">
      <PageHead title={t('apply.title')} lede={t('apply.lede')} />
      <Loaded query={form}>{(answer) => <ApplicationForm form={answer} onSent={setSentTo} />}</Loaded>
    </div>
  )
}
