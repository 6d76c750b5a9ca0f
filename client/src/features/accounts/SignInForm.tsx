import { useSay } from './texts/say.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, PasswordField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { Link } from '../../ui/Link.tsx'
import { useSignIn } from './api.ts'

/** Address and password. The screen leaves on its own once the session is known. */
export function SignInForm({ secondary = false }: { secondary?: boolean }) {
  const t = useSay()
  const signIn = useSignIn()
  return (
    <Form
      error={signIn.error}
      onSubmit={(values) => signIn.mutate({ email: textOf(values, 'email'), password: textOf(values, 'password') })}
      actions={
        <>
          <Button type="submit" variant={secondary ? 'secondary' : 'primary'} wide="phone" isPending={signIn.isPending}>
            {t('signIn.act')}
          </Button>
          <Link to={paths.forgotten}>{t('signIn.forgotten')}</Link>
        </>
      }
    >
      <Field name="email" type="email" label={t('signIn.email')} autoComplete="username" isRequired />
      <PasswordField name="password" label={t('signIn.password')} autoComplete="current-password" isRequired />
    </Form>
  )
}
