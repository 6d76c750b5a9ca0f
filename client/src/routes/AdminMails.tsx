import { useOutbox } from '../features/admin/api.ts'
import { KeptMails } from '../features/admin/KeptMails.tsx'
import { UndeliveredMails } from '../features/admin/UndeliveredMails.tsx'
import { useSay } from '../features/admin/texts/say.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Mails that could not leave, for lack of a mail server or because none took them. */
export function AdminMails() {
  const t = useSay()
  const outbox = useOutbox()
  const isKept = outbox.data?.mail !== 'smtp'
  return (
    <>
      <PageHead
        title={t(isKept ? 'admin.mailsTitle' : 'admin.mailsLeave')}
        tabTitle={`${t('admin.mails')}, ${t('app.administration')}`}
        lede={t(isKept ? 'admin.mailsLede' : 'admin.mailsLeaveHelp')}
      />
      <Loaded query={outbox}>
        {({ mail, items, undelivered }) => (
          <div className="stack-loose">
            {undelivered.length > 0 && <UndeliveredMails mails={undelivered} />}
            {mail === 'outbox' && (
              <div className="stack">
                <p className="small muted">{t('admin.mailsWarning')}</p>
                {items.length > 0 ? (
                  <KeptMails mails={items} />
                ) : (
                  <EmptyState title={t('admin.mailsNone')}>{t('admin.mailsNoneHelp')}</EmptyState>
                )}
                <div>
                  <Button wide="phone" isPending={outbox.isFetching} onPress={() => void outbox.refetch()}>
                    {t('ui.refresh')}
                  </Button>
                </div>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}
