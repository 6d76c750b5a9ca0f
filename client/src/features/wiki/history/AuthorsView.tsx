import type { AuthorsAnswer } from '@cenacle/contract/history'
import { useMemo, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { useAuthors } from './api.ts'
import { AuthorsText } from './AuthorsText.tsx'
import { sayAuthor } from './say-author.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

/** As many as one reads as a list. */
const LISTED = 300

/** Who wrote each passage of a page as it is. @param seq of the page */
export function AuthorsView({ pageId, seq }: { pageId: string; seq: number }) {
  const query = useAuthors(pageId, seq)
  return <Loaded query={query}>{(answer) => <Authors answer={answer} />}</Loaded>
}

function Authors({ answer }: { answer: AuthorsAnswer }) {
  const t = useSay()
  const { locale } = useI18n()
  const [current, setCurrent] = useState<number | null>(null)
  const run = current === null ? undefined : answer.runs[current]
  const said = useMemo(() => answer.runs.map((each) => sayAuthor(answer, each, locale, t)), [answer, locale, t])
  if (answer.runs.length === 0) return <EmptyState title={t('authors.none')} />
  return (
    <div className={styles['layout']}>
      <div className={styles['main']}>
        <p className="small muted">{t('authors.help')}</p>
        <p className={styles['bar']} role="status">
          {run && <Portrait person={run.by === null ? null : (answer.people[run.by] ?? null)} size="small" />}
          <strong>{run && current !== null ? said[current] : t('authors.people')}</strong>
        </p>
        <AuthorsText answer={answer} said={said} current={current} onCurrent={setCurrent} />
        <details className={styles['details']}>
          <summary>{t('authors.list')}</summary>
          <ol>
            {answer.runs.slice(0, LISTED).map((each, index) => (
              <li key={index}>{t('authors.line', { who: said[index] ?? '', text: each.text })}</li>
            ))}
          </ol>
        </details>
      </div>
      <Legend answer={answer} />
    </div>
  )
}

function Legend({ answer: { people, runs } }: { answer: AuthorsAnswer }) {
  const t = useSay()
  const all = runs.reduce((sum, { length }) => sum + length, 0)
  const shares = people
    .map((person, place) => ({
      person,
      passed: runs.some(({ by, transmitted }) => by === place && transmitted),
      length: runs.reduce((sum, run) => sum + (run.by === place ? run.length : 0), 0),
    }))
    .sort((a, b) => b.length - a.length)
  return (
    <section className={styles['versions']} aria-labelledby="authors">
      <h2 id="authors" className="caption">
        {t('authors.people')}
      </h2>
      <ul className={styles['list']}>
        {shares.map(({ person, passed, length }) => (
          <li key={person.id} className={styles['author']}>
            <Portrait person={person} size="small" />
            <span>
              <span>{person.name}</span>
              <span className="small muted">
                {t('authors.share', { percent: Math.max(1, Math.round((length / Math.max(1, all)) * 100)) })}
                {passed && ` · ${t('authors.passedShort')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
