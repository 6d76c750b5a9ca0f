import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { useI18n } from '../../../i18n/i18n.tsx'
import { type Announced, useRunEdition } from './api.ts'
import { Countdown } from './Countdown.tsx'
import styles from './Palmares.module.css'
import { sayOpening } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** To who runs the award: the stage with invented winners. */
function Rehearse({ id }: { id: string }) {
  const t = useSay()
  const { data: me } = useSession()
  const { data: edition } = useRunEdition(id, Boolean(me))
  if (!edition?.can.run) return null
  return (
    <div className={styles['aside']}>
      <p className="small muted">{t('act.rehearseHelp')}</p>
      <div>
        <LinkButton to={paths.stage(id, true)}>{t('act.rehearse')}</LinkButton>
      </div>
    </div>
  )
}

/** Before the embargo: when it opens, how long that is, and that one need only stay. */
export function Before({ announced, left }: { announced: Announced; left: number | null }) {
  const t = useSay()
  const { locale } = useI18n()
  const { id, name, year, opensAt } = announced
  const isLate = left !== null && left <= -3_000
  return (
    <div className="page page-narrow">
      <PageHead
        above={<Link to={paths.palmaresAll}>{t('archive.all')}</Link>}
        title={t('title.edition', { name, year: String(year) })}
        tabTitle={t('title.tab', { name, year: String(year) })}
        lede={
          opensAt === null
            ? t('before.undated')
            : isLate
              ? t('before.late')
              : t('before.opens', { when: sayOpening(opensAt, t, locale) })
        }
      />
      {left !== null && !isLate && (
        <div className={styles['wait']}>
          {left > 0 ? <Countdown left={left} /> : <p className={styles['figure']}>{t('before.asking')}</p>}
          <p className="muted">{t('before.itself')}</p>
        </div>
      )}
      <Rehearse id={id} />
    </div>
  )
}
