import { AgreeAsMember } from '../features/candidacies/AgreeAsMember.tsx'
import { useWelcome } from '../features/candidacies/api.ts'
import styles from '../features/candidacies/Candidacies.module.css'
import { useSay } from '../features/candidacies/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Prose } from '../ui/Prose.tsx'

/** The first page that a new member reads. */
export function Welcome() {
  const t = useSay()
  const { data: me } = useSession()
  return (
    <div className="page page-narrow">
      <PageHead title={t('welcome.title', { name: me?.name ?? '' })} tabTitle={t('welcome.tab')} />
      <Loaded query={useWelcome()}>
        {({ html, charter, agrees }) => (
          <div className="stack-loose">
            <section className={styles['section']} aria-labelledby="first">
              <h2 id="first" className="caption">
                {t('welcome.first')}
              </h2>
              <Prose html={html} />
            </section>
            <section className={styles['section']} aria-labelledby="charter">
              <h2 id="charter">{t('welcome.charter')}</h2>
              <div className={styles['charter']}>
                <Prose html={charter.html} />
              </div>
              {agrees && <AgreeAsMember charter={charter.hash} />}
            </section>
            <div>
              <LinkButton to={paths.home} variant="primary">
                {t('welcome.go')}
              </LinkButton>
            </div>
          </div>
        )}
      </Loaded>
    </div>
  )
}
