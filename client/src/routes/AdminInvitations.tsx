import { InviteForm } from '../features/spaces/InviteForm.tsx'
import { PendingInvitations } from '../features/spaces/PendingInvitations.tsx'
import { useSay } from '../features/admin/texts/say.ts'
import { useSay as useSaySpaces } from '../features/spaces/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { Link } from '../ui/Link.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** How the first people, and later ambassadors, come in; and whom one waits for. */
export function AdminInvitations() {
  const t = useSay()
  const saySpaces = useSaySpaces()
  return (
    <>
      <PageHead
        title={t('admin.inviteTitle')}
        tabTitle={`${t('admin.invitations')}, ${t('app.administration')}`}
        lede={t('admin.inviteLede')}
      />
      <div className="stack-loose">
        <InviteForm />
        <PendingInvitations whenKept={<Link to={paths.adminMails}>{saySpaces('pending.outboxRead')}</Link>} />
      </div>
    </>
  )
}
