import { useAskReset } from '../features/accounts/api.ts'
import { useSay } from '../features/accounts/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { Link } from '../ui/Link.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Asks for a link by mail. The answer is the same whether the address has an account or not. */
export function Forgotten() {
  const t = useSay()
  const ask = useAskReset()
  return (
    <div className="page page-narrow">
      <PageHead title={t('reset.askTitle')} lede={ask.isSuccess ? undefined : t('reset.askLede')} />
      {ask.isSuccess ? (
        <div className="stack">
          <Notice tone="done" title={t('reset.sent')} role="status">
            <p>{t('reset.sentHelp')}</p>
          </Notice>
          <Link to={paths.signIn}>{t('reset.backToSignIn')}</Link>
        </div>
      ) : (
        <Form
          error={ask.error}
          onSubmit={(values) => ask.mutate(textOf(values, 'email'))}
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone" isPending={ask.isPending}>
                {t('reset.askAct')}
              </Button>
              <Link to={paths.signIn}>{t('reset.backToSignIn')}</Link>
            </>
          }
        >
          <Field name="email" type="email" label={t('signIn.email')} autoComplete="username" isRequired />
        </Form>
      )}
    </div>
  )
}
