import { Alone } from '../features/home/Alone.tsx'
import { Aside } from '../features/home/Aside.tsx'
import { useHome } from '../features/home/api.ts'
import styles from '../features/home/Home.module.css'
import { Moving } from '../features/home/Moving.tsx'
import { Waiting } from '../features/home/Waiting.tsx'
import { useSpaces } from '../features/spaces/api.ts'
import { type Say, useI18n } from '../i18n/i18n.tsx'
import { sayToday } from '../i18n/time.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Link } from '../ui/Link.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useNow } from '../ui/use-now.ts'

const inWords = (count: number, t: Say): string => {
  if (count < 2 || count > 9) return String(count)
  return t(`home.words.${count as 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`)
}

/** What waits for me, what moves in my spaces, who writes right now. */
export function Home() {
  const { t, locale } = useI18n()
  const me = useMe()
  const now = useNow()
  const home = useHome()
  const spaces = useSpaces()
  const mine = spaces.data?.filter((space) => (space.joined || space.kind === 'committee') && !space.closedAt) ?? []
  return (
    <div className="page">
      <Loaded query={home}>
        {(answer) => {
          const count = answer.waiting.length
          const firstName = me.name.split(' ')[0] ?? me.name
          const waiting = t('home.waiting', { count, words: inWords(count, t) })
          const isAlone =
            me.can.administer && count === 0 && answer.moving.length === 0 && (answer.committee?.seats ?? 0) < 2
          if (isAlone) return <Alone firstName={firstName} />
          return (
            <>
              <PageHead
                title={`${t('home.hello', { name: firstName })} ${waiting}`}
                tabTitle={t('app.home')}
                above={sayToday(now, locale)}
                lede={count === 0 ? t('home.nothing') : undefined}
              >
                {answer.isNew && (
                  <p>
                    <Link to={paths.welcome}>{t('home.firstSteps')}</Link>
                  </p>
                )}
              </PageHead>
              <div className="with-aside">
                <div className="stack-loose">
                  {count > 0 && (
                    <section aria-labelledby="waiting">
                      <VisuallyHidden>
                        <h2 id="waiting">{t('home.whatWaits')}</h2>
                      </VisuallyHidden>
                      <Waiting items={answer.waiting} />
                    </section>
                  )}
                  <section aria-labelledby="moving">
                    <h2 id="moving" className={`caption ${styles['section-head']}`}>
                      {t('home.moving')}
                    </h2>
                    <Moving items={answer.moving} />
                  </section>
                </div>
                <Aside home={answer} spaces={mine} />
              </div>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
