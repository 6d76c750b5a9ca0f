import type { SuggestionItem } from '@cenacle/contract/suggestion'
import type { Suggestion } from '@cenacle/document/suggestions'
import { Button } from '../../ui/Button.tsx'
import { useSay } from '../texts/say.ts'
import type { SuggestMode, SuggestView } from './mode.ts'
import { isOwn, itemOf } from './people.ts'
import styles from './Suggest.module.css'
import { SuggestionBy, SuggestionText } from './SuggestionText.tsx'

interface SuggestCardProps {
  one: Suggestion
  items: readonly SuggestionItem[]
  mode: SuggestMode
  view: SuggestView
  onSettle: (one: Suggestion, accept: boolean) => void
  /** Goes to it, from a list. */
  onGo?: () => void
}

/** One suggestion: who, when, what; and what one may do with it. */
export function SuggestCard({ one, items, mode, view: { found, isOnly }, onSettle, onGo }: SuggestCardProps) {
  const say = useSay()
  const own = isOwn(one, mode.key)
  return (
    <>
      <div className={styles['said']}>
        <SuggestionBy item={itemOf(items, one)} isOwn={own} />
        <SuggestionText suggestion={one} />
      </div>
      <div className={styles['acts']}>
        <span className="small muted">
          {say('suggest.place', { index: found.indexOf(one) + 1, count: found.length })}
        </span>
        {!isOnly && (
          <Button size="small" onPress={() => onSettle(one, true)}>
            {say('suggest.accept')}
          </Button>
        )}
        {(!isOnly || own) && (
          <Button size="small" onPress={() => onSettle(one, false)}>
            {say(isOnly ? 'suggest.withdraw' : 'suggest.refuse')}
          </Button>
        )}
        {onGo && (
          <Button size="small" variant="quiet" onPress={onGo}>
            {say('suggest.goTo')}
          </Button>
        )}
      </div>
    </>
  )
}
