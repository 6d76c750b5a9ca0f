import { useRef, useState } from 'react'
import { ChartBar } from 'lucide-react'
import { useT } from '../../../i18n/i18n.tsx'
import { useLatePart } from './use-late-part.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { emptyPoll } from './asking.ts'

const load = () => import('./PollWriting.tsx')

interface AttachedProps {
  kept: string
  onChange: (kept: string) => void
  onDiscard: () => void
  isNew: boolean
}

function Attached(props: AttachedProps) {
  const { part, error, retry } = useLatePart(load)
  if (part) return <part.PollWriting {...props} />
  return error ? <ErrorNotice error={error} onRetry={retry} /> : <Skeleton lines={4} />
}

interface PollAttachmentProps {
  /** The poll of the draft; undefined for none. */
  kept: string | undefined
  onChange: (kept: string | undefined) => void
}

/** Adds a poll to what is being written. Its fields are loaded when it is asked for. */
export function PollAttachment({ kept, onChange }: PollAttachmentProps) {
  const t = useT()
  const [isNew, setNew] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const discard = (): void => {
    setNew(false)
    onChange(undefined)
    // What had the focus is gone: it goes back to where the poll came from.
    requestAnimationFrame(() => button.current?.focus())
  }
  if (kept !== undefined) return <Attached kept={kept} onChange={onChange} onDiscard={discard} isNew={isNew} />
  return (
    <div>
      <Button
        ref={button}
        size="small"
        onPress={() => {
          setNew(true)
          onChange(emptyPoll)
        }}
      >
        <ChartBar size={18} aria-hidden />
        {t('poll.add')}
      </Button>
    </div>
  )
}
