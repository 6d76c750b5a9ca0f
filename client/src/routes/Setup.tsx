import type { College } from '@cenacle/contract/person'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { useSetup, useSetupNeeded } from '../features/accounts/api.ts'
import { CollegeChoice } from '../features/accounts/CollegeChoice.tsx'
import { useSay } from '../features/accounts/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useLinkSecret } from '../lib/use-link-secret.ts'
import { Button } from '../ui/Button.tsx'
import { Field, PasswordField } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The first account of a new installation, by the link that the first start printed. */
export function Setup() {
  const t = useSay()
  const token = useLinkSecret()
  const needed = useSetupNeeded()
  const setup = useSetup()
  const [college, setCollege] = useState<College>('undeclared')
  if (setup.isSuccess) return <Navigate to={paths.home} replace />
  const submit = (values: FormData): void =>
    setup.mutate({
      token,
      committeeName: textOf(values, 'committeeName'),
      name: textOf(values, 'name'),
      email: textOf(values, 'email'),
      password: textOf(values, 'password'),
      college,
    })
  return (
    <div className="page page-narrow">
      <Loaded query={needed}>
        {(answer) =>
          answer.needed ? (
            <>
              <PageHead title={t('setup.title')} lede={t('setup.lede')} />
              <Form
                error={setup.error}
                onSubmit={submit}
                actions={
                  <Button type="submit" variant="primary" wide="phone" isPending={setup.isPending}>
                    {t('setup.act')}
                  </Button>
                }
              >
                <Field
                  name="committeeName"
                  label={t('setup.committee')}
                  defaultValue={t('setup.committeeDefault')}
                  maxLength={200}
                  isRequired
                />
                <Field name="name" label={t('profile.name')} autoComplete="name" maxLength={80} isRequired />
                <Field name="email" type="email" label={t('signIn.email')} autoComplete="username" isRequired />
                <PasswordField
                  name="password"
                  label={t('signIn.password')}
                  hint={t('password.rule')}
                  autoComplete="new-password"
                  minLength={12}
                  isRequired
                />
                <CollegeChoice value={college} onChange={setCollege} />
              </Form>
            </>
          ) : (
            <Navigate to={paths.signIn} replace />
          )
        }
      </Loaded>
    </div>
  )
}
