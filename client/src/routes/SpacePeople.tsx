import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AddPeopleDialog } from '../features/spaces/AddPeopleDialog.tsx'
import { useRemovePerson, useSpacePeople } from '../features/spaces/api.ts'
import { InviteDialog } from '../features/spaces/InviteDialog.tsx'
import { PendingInvitations } from '../features/spaces/PendingInvitations.tsx'
import { PersonLine } from '../features/spaces/PersonLine.tsx'
import styles from '../features/spaces/PeopleList.module.css'
import { useSpace } from '../features/spaces/space-context.ts'
import { useSay } from '../features/spaces/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Confirm } from '../ui/Dialog.tsx'
import { Link } from '../ui/Link.tsx'
import { More } from '../ui/More.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toasts.ts'

type Asked = 'add' | 'invite' | 'leave'

/** Who is in a space, with which role, until when. */
export function SpacePeople() {
  const t = useSay()
  const me = useMe()
  const navigate = useNavigate()
  const space = useSpace()
  const people = useSpacePeople(space.id)
  const [asked, setAsked] = useState<Asked>()
  const close = (): void => setAsked(undefined)
  const lines = people.data?.pages.flatMap((page) => page.items) ?? []
  const goodbye = (): void => {
    toast(t('spaces.left', { name: space.name }))
    void navigate(paths.spaces)
  }
  const leave = useRemovePerson(space.id, goodbye)
  return (
    <div className="page-inner">
      <PageHead title={t('people.title', { count: space.peopleCount })} tabTitle={`${t('people.tab')}, ${space.name}`}>
        <div className="page-acts">
          {space.can.manage && (
            <>
              <Button wide="phone" onPress={() => setAsked('add')}>
                {t('people.add')}
              </Button>
              <Button wide="phone" onPress={() => setAsked('invite')}>
                {t('people.invite')}
              </Button>
            </>
          )}
          {(space.can.manage || space.can.close) && (
            <LinkButton to={paths.spaceSettings(space.slug)} wide="phone">
              {t('settings.tab')}
            </LinkButton>
          )}
          {space.can.leave && (
            <Button variant="quiet" wide="phone" onPress={() => setAsked('leave')}>
              {t('spaces.leave')}
            </Button>
          )}
        </div>
      </PageHead>
      {people.isPending && <Skeleton lines={6} />}
      {!people.isFetchNextPageError && <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />}
      <div className="stack">
        <ul className="ruled" aria-label={t('people.list')}>
          {lines.map((line) => (
            <PersonLine key={line.person.id} spaceId={space.id} line={line} />
          ))}
        </ul>
        <More query={people} />
      </div>
      {space.can.manage && (
        <div className={styles['pending']}>
          <PendingInvitations
            spaceId={space.id}
            whenKept={
              me.can.administer ? (
                <Link to={paths.adminMails}>{t('pending.outboxRead')}</Link>
              ) : (
                <p>{t('pending.outboxAsk')}</p>
              )
            }
          />
        </div>
      )}
      {asked === 'add' && (
        <AddPeopleDialog space={space} present={new Set(lines.map((line) => line.person.id))} onClose={close} />
      )}
      {asked === 'invite' && <InviteDialog space={space} onClose={close} />}
      <Confirm
        isOpen={asked === 'leave'}
        onClose={close}
        title={t('spaces.leaveQuestion', { name: space.name })}
        act={t('spaces.leave')}
        isPending={leave.isPending}
        onConfirm={() => leave.mutate(me.id)}
      >
        {t('spaces.leaveHelp')}
        <ErrorNotice error={leave.error} />
      </Confirm>
    </div>
  )
}
