import { useSaveProfile } from '../features/accounts/api.ts'
import { CollegeChoice } from '../features/accounts/CollegeChoice.tsx'
import { IdentityForm } from '../features/accounts/IdentityForm.tsx'
import { PasswordForm } from '../features/accounts/PasswordForm.tsx'
import { PortraitField } from '../features/accounts/PortraitField.tsx'
import { ProfileSection } from '../features/accounts/ProfileSection.tsx'
import { Sessions } from '../features/accounts/Sessions.tsx'
import { useSay } from '../features/accounts/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { RadioCards } from '../ui/Choice.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Oneself: what others see, how one reads, parity, and where one is signed in. What is a choice is kept at once. */
export function Profile() {
  const t = useSay()
  const me = useMe()
  const save = useSaveProfile()
  const declare = useSaveProfile()
  return (
    <div className="page">
      <PageHead title={t('profile.title')} above={me.email} />
      <ErrorNotice error={save.error} />
      <ProfileSection id="identity" title={t('profile.identity')}>
        <PortraitField me={me} />
        <IdentityForm me={me} />
      </ProfileSection>
      <ProfileSection id="reading" title={t('profile.reading')}>
        <RadioCards
          inline
          label={t('profile.theme')}
          value={me.theme}
          onChange={(theme) => save.mutate({ theme })}
          options={[
            { id: 'system', label: t('theme.system') },
            { id: 'light', label: t('theme.light') },
            { id: 'dark', label: t('theme.dark') },
          ]}
        />
        <RadioCards
          inline
          label={t('profile.language')}
          value={me.language}
          onChange={(language) => save.mutate({ language })}
          options={[
            { id: 'fr', label: <span lang="fr">Français</span> },
            { id: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </ProfileSection>
      <ProfileSection id="parity" title={t('profile.parity')}>
        <CollegeChoice value={me.college} onChange={(college) => declare.mutate({ college })} />
        <ErrorNotice error={declare.error} />
      </ProfileSection>
      <ProfileSection id="security" title={t('profile.security')}>
        <PasswordForm me={me} />
        <Sessions />
      </ProfileSection>
      {me.can.administer && (
        <ProfileSection id="administration" title={t('app.administration')}>
          <p className="muted">{t('admin.aside')}</p>
          <div>
            <LinkButton to={paths.administration} wide="phone">
              {t('admin.open')}
            </LinkButton>
          </div>
        </ProfileSection>
      )}
    </div>
  )
}
