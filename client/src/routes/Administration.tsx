import { Outlet } from 'react-router'
import { useSay } from '../features/admin/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { Missing } from '../ui/Missing.tsx'
import { NavTabs } from '../ui/Tabs.tsx'

/** People, invitations, seats, mails: the installation itself, for those who administer it. */
export function Administration() {
  const t = useSay()
  const me = useMe()
  if (!me.can.administer)
    return (
      <div className="page">
        <Missing />
      </div>
    )
  return (
    <div className="page page-medium">
      <div className="stack-loose">
        <NavTabs
          label={t('admin.places')}
          items={[
            { to: paths.administration, label: t('admin.people'), end: true },
            { to: paths.adminInvitations, label: t('admin.invitations') },
            { to: paths.adminSeats, label: t('admin.seats') },
            { to: paths.adminAdmissions, label: t('admin.admissions') },
            { to: paths.adminMails, label: t('admin.mails') },
            { to: paths.adminTemplates, label: t('templates.tab') },
          ]}
        />
        <div>
          <Outlet />
        </div>
      </div>
    </div>
  )
}
