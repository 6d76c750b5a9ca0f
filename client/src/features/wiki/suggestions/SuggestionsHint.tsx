import type { SuggestionItem } from '@cenacle/contract/suggestion'
import { useId, useState } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import { useSuggestions } from '../../../lib/suggestions.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import page from '../Page.module.css'
import styles from './Suggestions.module.css'

const SHOWN = 160
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trim()}…` : text.trim())

/** « 3 suggestions en attente », for whoever follows a page: what is proposed is not in the text that one reads. */
export function SuggestionsHint({ pageId }: { pageId: string }) {
  const t = useT()
  const id = useId()
  const { data: items = [] } = useSuggestions(pageId)
  const [isOpen, setOpen] = useState(false)
  if (items.length === 0) return null
  return (
    <div className={page['waiting']}>
      <Notice
        title={
          <span className={styles['head']}>
            <span>{t('suggestions.waiting', { count: items.length })}</span>
            <Button size="small" aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
              {t(isOpen ? 'suggestions.hide' : 'suggestions.show')}
            </Button>
          </span>
        }
      >
        <ol id={id} className={styles['list']} hidden={!isOpen}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      </Notice>
    </div>
  )
}

function Item({ item }: { item: SuggestionItem }) {
  const t = useT()
  const { author, at, added, removed, adds, removes, isSplit, isJoin } = item
  return (
    <li className={styles['item']}>
      <p className="small">
        <b>{author?.name ?? t('suggestions.nobody')}</b>
        {at && (
          <span className="muted">
            {' '}
            · <TimeAgo at={at} />
          </span>
        )}
      </p>
      {removed.trim() && <p>{t('suggestions.removes', { text: short(removed) })}</p>}
      {added.trim() && <p>{t('suggestions.adds', { text: short(added) })}</p>}
      {adds.length + removes.length > 0 && <p>{t('suggestions.block')}</p>}
      {(isSplit || isJoin) && <p>{t('suggestions.lines')}</p>}
    </li>
  )
}
