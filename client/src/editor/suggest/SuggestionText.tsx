import type { SuggestionItem } from '@cenacle/contract/suggestion'
import type { Suggestion } from '@cenacle/document/suggestions'
import type { ReactNode } from 'react'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Suggest.module.css'

const SHOWN = 160
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text)

/** What a suggestion would change, in words. */
export function SuggestionText({ suggestion }: { suggestion: Suggestion }) {
  const say = useSay()
  const { added, removed, adds, removes, isSplit, isJoin } = suggestion
  const lines: ReactNode[] = [
    removed && (
      <>
        {say('suggest.removes')} <del>{short(removed)}</del>
      </>
    ),
    added && (
      <>
        {say('suggest.adds')} <ins>{short(added)}</ins>
      </>
    ),
    ...removes.map((text) => (
      <>
        {say('suggest.removesBlock')} {text && <del>{short(text)}</del>}
      </>
    )),
    ...adds.map((text) => (
      <>
        {say('suggest.addsBlock')} {text && <ins>{short(text)}</ins>}
      </>
    )),
    isSplit && say('suggest.splits'),
    isJoin && say('suggest.joins'),
  ].filter(Boolean)
  return (
    <div className={styles['words']}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they never change places
        <p key={index}>{line}</p>
      ))}
    </div>
  )
}

/** Who proposed it, and when. @param item what the server knows; undefined while it knows nothing yet */
export function SuggestionBy({ item, isOwn }: { item: SuggestionItem | undefined; isOwn: boolean }) {
  const say = useSay()
  const name = item?.author?.name ?? say(isOwn ? 'suggest.you' : 'suggest.unknown')
  return (
    <p className="small">
      <b>{name}</b>
      {item && item.others.length > 0 && (
        <span className="muted">
          {' '}
          {say('suggest.others', { names: item.others.map((one) => one.name).join(', ') })}
        </span>
      )}
      {item?.at && (
        <span className="muted">
          {' '}
          · <TimeAgo at={item.at} />
        </span>
      )}
    </p>
  )
}
