import { AwardLink } from '../features/award/office/AwardLink.tsx'
import { Directory } from '../features/committee/Directory.tsx'
import { useSeatsPicture } from '../features/committee/api.ts'
import { CommitteeAside } from '../features/committee/CommitteeAside.tsx'
import styles from '../features/committee/Committee.module.css'
import { SeatsTable } from '../features/committee/SeatsTable.tsx'
import { useSay } from '../features/committee/texts/say.ts'
import { useSpaces } from '../features/spaces/api.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Who the committee is: seats, parity and waiting list, what comes next, and everybody in it. */
export function Committee() {
  const t = useSay()
  const me = useMe()
  const seats = useSeatsPicture()
  const spaces = useSpaces()
  const committee = spaces.data?.find(({ kind }) => kind === 'committee')
  return (
    <div className="page">
      <Loaded query={seats}>
        {(picture) => {
          const { women, men, undeclared } = picture.seated
          return (
            <>
              <PageHead
                title={t('committee.title', { count: women + men + undeclared })}
                tabTitle={t('committee.tab')}
                lede={t('committee.ambassadors', { count: picture.ambassadors })}
              >
                <div className="page-acts">
                  {(me.role === 'member' || me.can.administer) && (
                    <LinkButton to={paths.newCandidacy} wide="phone">
                      {t('committee.propose')}
                    </LinkButton>
                  )}
                  <AwardLink />
                </div>
              </PageHead>
              <div className="stack-loose">
                <div className="with-aside">
                  <section className={styles['section']} aria-labelledby="seats">
                    <h2 id="seats">{t('seats.title')}</h2>
                    <p>{t('seats.free', { count: picture.free })}</p>
                    <SeatsTable seats={picture} />
                  </section>
                  <CommitteeAside seats={picture} slug={committee?.slug ?? ''} />
                </div>
                <section className={styles['section']} aria-labelledby="directory">
                  <h2 id="directory">{t('directory.title')}</h2>
                  <Directory teams={picture.teams} />
                </section>
              </div>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
