import { Check, CircleAlert, CloudOff, Eye, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { SaveWord } from '../live/saved-state.ts'
import { type PlainKey, useSay } from '../texts/say.ts'
import styles from './SaveStatus.module.css'

const looks: Record<SaveWord, { short: PlainKey; long: PlainKey; tone: string; Icon: typeof Check }> = {
  saved: { short: 'saved', long: 'saved', tone: 'done', Icon: Check },
  saving: { short: 'saving', long: 'saving', tone: 'busy', Icon: LoaderCircle },
  unsaved: { short: 'unsavedShort', long: 'unsaved', tone: 'lost', Icon: CircleAlert },
  connecting: { short: 'connecting', long: 'connecting', tone: 'busy', Icon: LoaderCircle },
  offline: { short: 'offlineShort', long: 'offline', tone: 'live', Icon: CloudOff },
  'read-only': { short: 'readOnlyShort', long: 'stopped.read-only', tone: 'busy', Icon: Eye },
  'signed-out': { short: 'unsavedShort', long: 'stopped.signed-out', tone: 'lost', Icon: CircleAlert },
  gone: { short: 'readOnlyShort', long: 'stopped.gone', tone: 'busy', Icon: Eye },
  outdated: { short: 'readOnlyShort', long: 'stopped.outdated', tone: 'busy', Icon: Eye },
  refused: { short: 'unsavedShort', long: 'stopped.refused', tone: 'lost', Icon: CircleAlert },
}

interface SaveStatusProps {
  word: SaveWord
  /** Says what it means for the person. */
  long?: boolean
  /** All that was typed is on this device's disk: before that nobody is told that it is. */
  kept?: boolean
}

/** The saved state in words, with a sign of its own. */
export function SaveStatus({ word, long = false, kept = true }: SaveStatusProps) {
  const say = useSay()
  const { short, long: sentence, tone, Icon } = looks[word]
  return (
    <span
      className={classes(styles['status'], styles[tone], long && styles['long'])}
      data-saved={word}
      data-kept={kept}
    >
      <Icon size={16} strokeWidth={2.5} aria-hidden />
      <span>{say(long && kept ? sentence : short)}</span>
    </span>
  )
}

const STEADY_MS = 1_500

/** Says the saved state aloud once it has lasted: not with each letter. « Enregistrement… » is never said. */
export function SaveAnnouncer({ word }: { word: SaveWord }) {
  const say = useSay()
  const [said, setSaid] = useState<SaveWord>()
  useEffect(() => {
    if (word === 'saving' || word === 'connecting') return undefined
    const timer = setTimeout(() => setSaid(word), STEADY_MS)
    return () => clearTimeout(timer)
  }, [word])
  return <VisuallyHidden role="status">{said && say(looks[said].long)}</VisuallyHidden>
}
