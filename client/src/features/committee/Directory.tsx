import type { Colleague, SeatsPicture } from '@cenacle/contract/committee'
import { useDeferredValue, useState } from 'react'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { More } from '../../ui/More.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Search, useColleagues } from './api.ts'
import styles from './Committee.module.css'
import { useSay } from './texts/say.ts'

const roles = ['all', 'member', 'ambassador'] as const

function Person({ person }: { person: Colleague }) {
  const t = useSay()
  return (
    <li className={styles['person']}>
      <Portrait person={person} size="large" />
      <div className={styles['text']}>
        <p className="row">
          <span className="strong">{person.name}</span>
          {person.role === 'ambassador' && <Badge>{t('directory.isAmbassador')}</Badge>}
        </p>
        {person.headline && <p className="small">{person.headline}</p>}
        {person.employer && <p className="small muted">{person.employer}</p>}
        {person.teams.length > 0 && (
          <ul className={styles['teams']} aria-label={t('directory.teams')}>
            {person.teams.map(({ slug, name }) => (
              <li key={slug}>
                <Link to={paths.space(slug)}>{name}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** Everybody of the committee, found by name, employer, job or team. */
export function Directory({ teams }: { teams: SeatsPicture['teams'] }) {
  const t = useSay()
  const [wanted, setWanted] = useState('')
  const [role, setRole] = useState<(typeof roles)[number]>('all')
  const [team, setTeam] = useState('')
  const q = useDeferredValue(wanted.trim())
  const search: Search = { ...(q && { q }), ...(role !== 'all' && { role }), ...(team && { team }) }
  const people = useColleagues(search)
  const items = people.data?.pages.flatMap((page) => page.items) ?? []
  const teamOptions = [
    { id: '', label: t('directory.anyTeam') },
    ...teams.map(({ slug, name }) => ({ id: slug, label: name })),
  ]
  return (
    <div className="stack">
      <search className={styles['search']}>
        <Field label={t('directory.find')} type="search" autoComplete="off" value={wanted} onChange={setWanted} />
        {teams.length > 0 && (
          <Select label={t('directory.team')} options={teamOptions} value={team} onChange={setTeam} />
        )}
        <div className={`row ${styles['pills']}`} role="group" aria-label={t('directory.show')}>
          {roles.map((id) => (
            <button key={id} type="button" className="pill" aria-pressed={role === id} onClick={() => setRole(id)}>
              {t(`directory.${id}`)}
            </button>
          ))}
        </div>
      </search>
      {people.isPending && <Skeleton lines={6} />}
      {!people.isFetchNextPageError && <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && items.length === 0 && (
        <p className="muted" role="status">
          {t('directory.nobody')}
        </p>
      )}
      {items.length > 0 && (
        <ul className={styles['people']} aria-label={t('directory.list')}>
          {items.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </ul>
      )}
      <More query={people} />
    </div>
  )
}
