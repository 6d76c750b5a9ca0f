import { House, LayoutGrid, Search, UserRound, Vote } from 'lucide-react'
import { NavLink, useLocation } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import type { Place } from '../../lib/place.ts'
import styles from './Shell.module.css'

/** The places of the product, in the bar of a wide screen. */
export function MainPlaces() {
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
    </nav>
  )
}

/** The same tabs in every space. A topic or a page has an address of its own, and belongs to one of them. */
export function PlaceTabs({ place, inBar = false }: { place: Place; inBar?: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
  const items = [
    { to: paths.space(place.slug), label: t('space.discussions'), within: ['/sujets/', paths.newTopic(place.slug)] },
    { to: paths.spacePages(place.slug), label: t('space.pages'), within: ['/pages/'] },
    { to: paths.spaceVotes(place.slug), label: t('space.votes'), within: ['/votes/', '/candidatures/'] },
    { to: paths.spacePeople(place.slug), label: t('space.people'), within: [] },
  ]
  return (
    <nav className={styles[inBar ? 'tabs' : 'place-tabs']} aria-label={t('space.places')}>
      {items.map(({ to, label, within }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={styles['tab']}
          {...(within.some((start) => pathname.startsWith(start)) && { 'aria-current': 'page' as const })}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  )
}

/** The five places under the thumb. */
export function FootPlaces() {
  const t = useT()
  const { pathname } = useLocation()
  const inSpaces = /^\/(sujets|pages)\//.test(pathname)
  const items = [
    { to: paths.home, end: true, label: t('app.home'), Icon: House },
    { to: paths.spaces, label: t('app.spaces'), Icon: LayoutGrid, current: inSpaces },
    { to: paths.votes, label: t('app.votes'), Icon: Vote },
    { to: paths.search(), label: t('app.search'), Icon: Search },
    { to: paths.profile, label: t('app.me'), Icon: UserRound },
  ]
  return (
    <nav className={styles['foot']} aria-label={t('app.mainPlaces')}>
      {items.map(({ to, end = false, label, Icon, current }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={styles['spot']}
          {...(current && { 'aria-current': 'page' as const })}
        >
          <Icon size={22} strokeWidth={1.75} aria-hidden />
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
