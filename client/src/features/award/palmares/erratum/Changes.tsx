import { type Locale, useI18n } from '../../../../i18n/i18n.tsx'
import { classes } from '../../../../ui/classes.ts'
import type { Content, Nominee } from '../api.ts'
import { sayAll } from '../say-when.ts'
import { type SayPalmares, useSay } from '../texts/say.ts'
import { type Change, changesOf, type Given, type Said } from './changes.ts'
import styles from './Erratum.module.css'

interface Row {
  head: string
  cells: [before: string, after: string]
}

const sayGiven = ({ titles, withheld }: Given, t: SayPalmares, locale: Locale): string =>
  withheld ? t('erratum.withheld') : titles.length === 0 ? t('erratum.nobody') : sayAll(titles, locale)

const sayOrder = (said: Said | undefined, t: SayPalmares): string => {
  if (!said) return t('erratum.exAequo')
  const [first = '', ...rest] = said.titles
  const names = t('count.then', { first, rest: rest.join(', ') })
  return t('erratum.tieSaid', { names, reason: said.reason })
}

/** One change as a row: what, before, after. */
function rowOf(change: Change, t: SayPalmares, locale: Locale): Row {
  if (change.kind === 'name') {
    const said = ({ title, organisation }: Nominee): string => t('erratum.named', { title, organisation })
    return { head: t('erratum.change.name'), cells: [said(change.before), said(change.after)] }
  }
  const { category } = change
  if (change.kind === 'medal')
    return {
      head: t('erratum.change.medal', { category, medal: change.medal }),
      cells: [sayGiven(change.before, t, locale), sayGiven(change.after, t, locale)],
    }
  if (change.kind === 'tie')
    return {
      head: t('erratum.change.tie', { category }),
      cells: [sayOrder(change.before, t), sayOrder(change.after, t)],
    }
  return {
    head: t('erratum.change.withheld', { category, medal: change.medal }),
    cells: [change.before, change.after],
  }
}

/** What an erratum changes: each thing as it was and as it will be. */
export function Changes({ before, after }: { before: Content; after: Content }) {
  const t = useSay()
  const { locale } = useI18n()
  const rows = changesOf(before, after).map((change) => rowOf(change, t, locale))
  return (
    <section className={styles['changes']} aria-labelledby="changes">
      <h3 id="changes">{t('erratum.changes')}</h3>
      <ul className={classes('ruled', styles['list'])}>
        {rows.map(({ head, cells: [old, now] }, index) => (
          <li key={index} className={styles['change']}>
            <p className="strong">{head}</p>
            <dl className={styles['sides']}>
              <dt className="small muted">{t('erratum.before')}</dt>
              <dd className="muted">{old}</dd>
              <dt className="small muted">{t('erratum.after')}</dt>
              <dd>{now}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
