import type { TimelineAnswer } from '@cenacle/contract/history'
import type { PageAnswer } from '@cenacle/contract/page'
import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Select } from '../../../ui/Select.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AuthorsView } from './AuthorsView.tsx'
import { ComparedText } from './ComparedText.tsx'
import { HistorySlider } from './HistorySlider.tsx'
import { type Compared, placeOf, readCompared } from './moments.ts'
import { VersionActs } from './VersionActs.tsx'
import { VersionList } from './VersionList.tsx'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

/** A text is asked for when the slider has rested this long, ms. */
const REST_MS = 180

/** The value once it has rested. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/** The history of a page that has one. The moment and what it is compared with stand in the address. */
export function HistoryView({ page, timeline }: { page: PageAnswer; timeline: TimelineAnswer }) {
  const t = useSay()
  return (
    <>
      {page.frozen && <Notice>{t('history.frozen')}</Notice>}
      <Tabs
        label={t('history.mode')}
        items={[
          { id: 'changes', label: t('history.changes'), content: <Changes page={page} timeline={timeline} /> },
          { id: 'authors', label: t('history.authors'), content: <AuthorsView pageId={page.id} seq={timeline.seq} /> },
        ]}
      />
    </>
  )
}

function Changes({ page, timeline }: { page: PageAnswer; timeline: TimelineAnswer }) {
  const [params, setParams] = useSearchParams()
  const asked = params.get('version')
  const place = placeOf(timeline.moments, asked === null ? null : Number(asked))
  const compared = readCompared(params.get('avec'))
  const [shown, setShown] = useState(place)
  useEffect(() => setShown(place), [place])
  const rested = useRested(shown)
  const go = useCallback(
    (changes: Record<string, string>) =>
      setParams((old) => new URLSearchParams({ ...Object.fromEntries(old), ...changes }), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  )
  const choose = useCallback((next: number) => setShown(next), [])
  useEffect(() => {
    const seq = timeline.moments[rested]?.seq
    if (seq !== undefined && rested !== place) go({ version: String(seq) })
    // The place follows the address; only what one chooses changes the address.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rested])
  const moment = timeline.moments[place]
  if (!moment) return null
  return (
    <div className={styles['layout']}>
      <div className={styles['main']}>
        <HistorySlider timeline={timeline} place={shown} onChange={choose} />
        <div className={styles['tools']}>
          <CompareWith
            timeline={timeline}
            seq={moment.seq}
            compared={compared}
            onChange={(value) => go({ avec: value })}
          />
          <VersionActs page={page} timeline={timeline} moment={moment} />
        </div>
        <ComparedText pageId={page.id} timeline={timeline} place={place} compared={compared} />
      </div>
      <VersionList timeline={timeline} place={shown} onChoose={choose} />
    </div>
  )
}

interface CompareProps {
  timeline: TimelineAnswer
  seq: number
  compared: Compared
  onChange: (value: string) => void
}

function CompareWith({ timeline, seq, compared, onChange }: CompareProps) {
  const t = useSay()
  const named = timeline.names.filter((name) => name.seq !== seq)
  const options = [
    { id: 'previous', label: t('history.withPrevious') },
    { id: 'now', label: t('history.withNow') },
    ...named.map((name) => ({ id: String(name.seq), label: t('history.withNamed', { name: name.name }) })),
    { id: 'none', label: t('history.withNone') },
  ]
  const value = options.some(({ id }) => id === String(compared)) ? String(compared) : 'previous'
  return <Select label={t('history.compare')} options={options} value={value} onChange={onChange} />
}
