import { Navigate } from 'react-router'
import { useReset } from '../features/accounts/api.ts'
import { useSay } from '../features/accounts/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useLinkSecret } from '../lib/use-link-secret.ts'
import { Button } from '../ui/Button.tsx'
import { PasswordField } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { Link } from '../ui/Link.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** A new password, by the link that came by mail. */
export function Reset() {
  const t = useSay()
  const token = useLinkSecret()
  const reset = useReset()
  if (reset.isSuccess) return <Navigate to={paths.home} replace />
  return (
    <div className="page page-narrow">
      <PageHead title={t('reset.title')} />
      <Form
        error={reset.error}
        onSubmit={(values) => reset.mutate({ token, password: textOf(values, 'password') })}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={reset.isPending}>
              {t('reset.act')}
            </Button>
            <Link to={paths.forgotten}>{t('reset.askAgain')}</Link>
          </>
        }
      >
        <PasswordField
          name="password"
          label={t('password.new')}
          hint={t('password.rule')}
          autoComplete="new-password"
          minLength={12}
          isRequired
        />
      </Form>
    </div>
  )
}
