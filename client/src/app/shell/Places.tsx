import type { SiteRole } from '@cenacle/contract/person'
import { House, LayoutGrid, Search, UserRound, Vote } from 'lucide-react'
import { Link, NavLink, useLocation } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { isOfCommittee, type Place } from '../../lib/place.ts'
import { classes } from '../../ui/classes.ts'
import { useKeepInRow } from '../../ui/use-keep-in-row.ts'
import styles from './Shell.module.css'

/** A topic or a page has an address of its own, and belongs to one of the places. */
const currentIf = (pathname: string, to: string, within: readonly string[]): 'page' | undefined =>
  pathname === to || within.some((start) => pathname.startsWith(start)) ? 'page' : undefined

/** The places of the product, in the bar of a wide screen. */
export function MainPlaces({ role }: { role: SiteRole }) {
  const t = useT()
  return (
    <nav className={styles['tabs']} aria-label={t('app.mainPlaces')}>
      <NavLink to={paths.home} end className={styles['tab']}>
        {t('app.home')}
      </NavLink>
      <NavLink to={paths.spaces} className={styles['tab']}>
        {t('app.spaces')}
      </NavLink>
      <NavLink to={paths.votes} className={styles['tab']}>
        {t('app.votes')}
      </NavLink>
      {isOfCommittee(role) && (
        <NavLink to={paths.committee} className={styles['tab']}>
          {t('app.committee')}
        </NavLink>
      )}
    </nav>
  )
}

/** The same tabs in every space. */
export function PlaceTabs({ place, inBar = false }: { place: Place; inBar?: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
  const items = [
    { to: paths.space(place.slug), label: t('space.discussions'), within: ['/sujets/', paths.newTopic(place.slug)] },
    {
      to: paths.spacePages(place.slug),
      label: t('space.pages'),
      within: ['/pages/', `${paths.spacePages(place.slug)}/`, paths.newPage(place.slug), paths.importPages(place.slug)],
    },
    {
      to: paths.spaceVotes(place.slug),
      label: t('space.votes'),
      within: ['/votes/', '/candidatures/', paths.newDecision(place.slug)],
    },
    {
      to: paths.spaceMeetings(place.slug),
      label: t('space.meetings'),
      within: ['/reunions/', paths.newMeeting(place.slug)],
    },
    { to: paths.spacePeople(place.slug), label: t('space.people'), within: [paths.spaceSettings(place.slug)] },
  ]
  const nav = useKeepInRow(pathname)
  return (
    <nav
      ref={nav}
      className={inBar ? styles['tabs'] : classes('more-aside', styles['place-tabs'])}
      aria-label={t('space.places')}
    >
      {items.map(({ to, label, within }) => (
        <Link key={to} to={to} className={styles['tab']} aria-current={currentIf(pathname, to, within)}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** The five places under the thumb. */
export function FootPlaces() {
  const t = useT()
  const { pathname } = useLocation()
  const items = [
    { to: paths.home, within: [], label: t('app.home'), Icon: House },
    {
      to: paths.spaces,
      within: ['/espaces/', '/sujets/', '/pages/', '/reunions/'],
      label: t('app.spaces'),
      Icon: LayoutGrid,
    },
    { to: paths.votes, within: ['/votes/', '/candidatures/'], label: t('app.votes'), Icon: Vote },
    { to: paths.search(), within: [], label: t('app.search'), Icon: Search },
    { to: paths.profile, within: [], label: t('app.me'), Icon: UserRound },
  ]
  return (
    <nav className={styles['foot']} aria-label={t('app.mainPlaces')}>
      {items.map(({ to, within, label, Icon }) => (
        <Link key={to} to={to} className={styles['spot']} aria-current={currentIf(pathname, to, within)}>
          <Icon size={22} strokeWidth={1.75} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  )
}
