import type { College } from '@cenacle/contract/person'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { useAccept, useInvitationCheck } from '../features/accounts/api.ts'
import { CollegeChoice } from '../features/accounts/CollegeChoice.tsx'
import { useSay } from '../features/accounts/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useLinkSecret } from '../lib/use-link-secret.ts'
import { asProblem } from '../lib/problem.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Field, PasswordField } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** An invitation is accepted on this one screen: a name and a password, and one is in. */
export function Invitation() {
  const t = useSay()
  const token = useLinkSecret()
  const check = useInvitationCheck(token)
  const accept = useAccept()
  const [college, setCollege] = useState<College>('undeclared')
  if (accept.isSuccess) return <Navigate to={paths.home} replace />
  const refused = asProblem(check.error)?.status
  if (refused !== undefined && refused < 500 && refused !== 429)
    return (
      <div className="page page-narrow">
        <PageHead title={t('invitation.spent')} lede={t('invitation.spentHelp')} />
        <LinkButton to={paths.signIn}>{t('signIn.act')}</LinkButton>
      </div>
    )
  return (
    <div className="page page-narrow">
      <Loaded query={check}>
        {({ email, spaceName, invitedBy }) => (
          <>
            <PageHead
              title={spaceName ? t('invitation.titleSpace', { space: spaceName }) : t('invitation.title')}
              above={invitedBy ? t('invitation.by', { name: invitedBy }) : undefined}
              lede={t('invitation.lede', { email })}
            />
            <Form
              error={accept.error}
              onSubmit={(values) =>
                accept.mutate({ token, name: textOf(values, 'name'), password: textOf(values, 'password'), college })
              }
              actions={
                <Button type="submit" variant="primary" wide="phone" isPending={accept.isPending}>
                  {t('invitation.act')}
                </Button>
              }
            >
              <Field name="name" label={t('profile.name')} autoComplete="name" maxLength={80} isRequired />
              <input type="hidden" name="username" autoComplete="username" value={email} />
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
        )}
      </Loaded>
    </div>
  )
}
