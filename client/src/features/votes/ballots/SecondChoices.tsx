import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Ballots.module.css'

type Kind = 'blank' | 'abstain'

/** The quiet way out: to take part without choosing. Nothing is sent yet. */
export function SecondChoices({ kinds, onChoose }: { kinds: readonly Kind[]; onChoose: (kind: Kind) => void }) {
  const t = useSay()
  return (
    <div className={styles['second']}>
      <span className="muted">{t('ballot.or')}</span>
      {kinds.map((kind) => (
        <Button key={kind} variant="quiet" size="small" onPress={() => onChoose(kind)}>
          {t(`ballot.take.${kind}`)}
        </Button>
      ))}
    </div>
  )
}

interface SecondChoiceProps {
  kind: Kind
  help: string
  /** Null where there is nothing to go back to. */
  onBack: (() => void) | null
}

/** What such a ballot means, in the place of the options. */
export function SecondChoice({ kind, help, onBack }: SecondChoiceProps) {
  const t = useSay()
  const title = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that was pressed is gone; a ballot that is only shown again takes no focus.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [kind])
  return (
    <div className={styles['instead']}>
      <p ref={title} tabIndex={-1} className="strong">
        {t(`ballot.taken.${kind}`)}
      </p>
      <p className="muted">{help}</p>
      {onBack && (
        <div>
          <Button size="small" onPress={onBack}>
            {t('ballot.backToOptions')}
          </Button>
        </div>
      )}
    </div>
  )
}
