import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { NavLink, useLocation } from 'react-router'
import { classes } from './classes.ts'
import { useKeepInRow } from './use-keep-in-row.ts'
import styles from './Tabs.module.css'

export interface TabItem<Id extends string> {
  id: Id
  label: ReactNode
  content: ReactNode
}

/** Several views of one thing on one screen. Places with a URL use `NavTabs`. */
export function Tabs<Id extends string>({ label, items }: { label: string; items: readonly TabItem<Id>[] }) {
  return (
    <AriaTabs>
      <TabList aria-label={label} className={classes('more-aside', styles['list'])}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles['tab'] ?? ''}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles['panel'] ?? ''}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** The places of one thing, each with its URL. */
export function NavTabs({
  label,
  items,
}: {
  label: string
  items: readonly { to: string; label: ReactNode; end?: boolean }[]
}) {
  const { pathname } = useLocation()
  const nav = useKeepInRow(pathname)
  return (
    <nav ref={nav} aria-label={label} className={classes('more-aside', styles['list'])}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? false} className={styles['tab']}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  )
}
