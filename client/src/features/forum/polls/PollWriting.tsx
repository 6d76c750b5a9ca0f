import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { keepAsking, readAsking } from './asking.ts'
import styles from './Poll.module.css'
import { PollFields } from './PollFields.tsx'
import { useSay } from './texts/say.ts'

interface PollWritingProps {
  /** As the draft keeps it. */
  kept: string
  onChange: (kept: string) => void
  onDiscard: () => void
  /** It was asked for a moment ago: writing begins in it. */
  isNew: boolean
}

/** A poll that goes with the post that is being written. */
export function PollWriting({ kept, onChange, onDiscard, isNew }: PollWritingProps) {
  const t = useSay()
  const box = useRef<HTMLDivElement>(null)
  const asking = readAsking(kept)
  useEffect(() => {
    if (isNew) box.current?.querySelector('input')?.focus()
  }, [isNew])
  return (
    <div ref={box} role="group" aria-label={t('poll.writing')} className={styles['writing']}>
      <p className={styles['title']}>{t('poll.writing')}</p>
      <p className="small muted">{t('poll.writingHelp')}</p>
      <PollFields
        asking={asking}
        onChange={(change) => onChange(keepAsking({ ...asking, ...change }))}
        prefix="poll."
      />
      <div>
        <Button variant="quiet" onPress={onDiscard}>
          {t('poll.discard')}
        </Button>
      </div>
    </div>
  )
}
