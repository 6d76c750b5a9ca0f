import { useI18n } from '../../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../../i18n/typeset.ts'
import { paths } from '../../../../lib/paths.ts'
import type { Nominee } from '../api.ts'
import { Medal } from '../Medal.tsx'
import { sayAll } from '../say-when.ts'
import { useSay } from '../texts/say.ts'
import styles from './Stage.module.css'
import type { Show, Shown, Slide } from './steps.ts'

function Winners({ winners }: { winners: readonly Nominee[] }) {
  return (
    <ul className={styles['winners']} data-many={winners.length > 1 || undefined}>
      {winners.map(({ id, title, organisation }) => (
        <li key={id} className={styles['winner']}>
          <p className={styles['title']}>{bindPunctuation(title)}</p>
          <p className={styles['organisation']}>{organisation}</p>
        </li>
      ))}
    </ul>
  )
}

/** What is revealed now, and nothing else in this size. */
function Revealed({ slide, shown, level }: { slide: Slide; shown: Shown; level: number }) {
  const t = useSay()
  const { locale } = useI18n()
  const { without } = slide
  return (
    <div className={styles['revealed']}>
      <h2 className={styles['medal']}>
        <Medal level={level} levels={slide.levels.length} hollow={shown.state !== 'given'} />
        <span>{shown.medal}</span>
        {shown.state === 'given' && shown.winners.length > 1 && (
          <span className={styles['shared']}>{t('stage.exAequo')}</span>
        )}
      </h2>
      {shown.state === 'given' && <Winners winners={shown.winners} />}
      {shown.state === 'withheld' && (
        <div className={styles['winner']}>
          <p className={styles['title']}>{t('stage.withheld')}</p>
          <p className={styles['organisation']}>{shown.reason}</p>
        </div>
      )}
      {without.length > 0 && (
        <p className={styles['note']}>
          {t('stage.noOther', {
            count: without.length,
            names: sayAll(
              without.map((name) => t('stage.quoted', { name })),
              locale,
            ),
          })}
        </p>
      )}
    </div>
  )
}

/** The other levels of the category, small: revealed, or still covered. */
function Others({ slide }: { slide: Slide }) {
  const t = useSay()
  const { levels, current } = slide
  const others = levels.map((shown, level) => ({ shown, level })).filter(({ level }) => level !== current)
  if (others.length === 0) return null
  return (
    <ol className={styles['others']}>
      {others.map(({ shown, level }) => (
        <li key={shown.medal} className={styles['other']} data-state={shown.state}>
          <Medal level={level} levels={levels.length} hollow={shown.state !== 'given'} />
          <span>
            <span className={styles['small-medal']}>{shown.medal}</span>
            {shown.state === 'given' &&
              shown.winners.map(({ id, title }) => <span key={id}>{bindPunctuation(title)}</span>)}
            {(shown.state === 'withheld' || shown.state === 'empty') && <span>{t('medal.withheld')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The first and the last thing that the room sees. */
function Ends({ show, slide }: { show: Show; slide: Slide }) {
  const t = useSay()
  const { name, year, partner } = show.edition
  const isOpening = slide.step.kind === 'opening'
  return (
    <div className={styles['ends']}>
      <p className={styles['kicker']}>{t('title.palmares')}</p>
      <h1 className={styles['name']}>{t('title.edition', { name, year: String(year) })}</h1>
      {isOpening && partner && <p className={styles['organisation']}>{partner}</p>}
      {!isOpening && (
        <>
          <p className={styles['title']}>{t('stage.closing')}</p>
          <p className={styles['note']}>
            {t('stage.read')} · <span className={styles['address']}>{location.host + paths.palmaresAll}</span>
          </p>
        </>
      )}
    </div>
  )
}

/** What the room sees at a step. */
export function SlideView({ show, slide }: { show: Show; slide: Slide }) {
  const t = useSay()
  const { category, current, levels, step } = slide
  if (!category) return <Ends show={show} slide={slide} />
  const shown = current === undefined ? undefined : levels[current]
  const above = t('stage.category', { number: category.number, count: category.count })
  if (step.kind === 'category')
    return (
      <div className={styles['ends']}>
        <p className={styles['kicker']}>{above}</p>
        <h1 className={styles['name']}>{bindPunctuation(category.name)}</h1>
        <p className={styles['organisation']}>{category.question}</p>
        <p className={styles['note']}>{t('stage.nominees', { count: category.nominees })}</p>
        <Others slide={slide} />
      </div>
    )
  return (
    <div className={styles['levels']}>
      <header className={styles['head']}>
        <h1 className={styles['heading']}>{category.name}</h1>
        <p className={styles['kicker']}>{above}</p>
      </header>
      {shown && current !== undefined ? (
        <Revealed key={current} slide={slide} shown={shown} level={current} />
      ) : (
        <p className={styles['title']}>{t('stage.nobody')}</p>
      )}
      <Others slide={slide} />
    </div>
  )
}
