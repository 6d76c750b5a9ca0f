import { SquarePen } from 'lucide-react'
import { classes } from '../../ui/classes.ts'
import { useSay } from '../texts/say.ts'
import type { SuggestMode, SuggestView } from './mode.ts'
import styles from './Suggest.module.css'

/** « Écrire » or « Suggérer ». Who may only suggest is told so. */
export function SuggestToggle({ mode, view, onDone }: { mode: SuggestMode; view: SuggestView; onDone: () => void }) {
  const say = useSay()
  if (view.isOnly) {
    return (
      <p className={styles['only']} title={say('suggest.onlyHelp')}>
        <SquarePen size={16} aria-hidden /> {say('suggest.only')}
      </p>
    )
  }
  const choice = (isOn: boolean) => (
    <button
      type="button"
      className={classes(styles['choice'], view.isOn === isOn && styles['chosen'])}
      aria-pressed={view.isOn === isOn}
      onClick={() => {
        mode.turn(isOn)
        onDone()
      }}
    >
      {say(isOn ? 'suggest.suggest' : 'suggest.write')}
    </button>
  )
  return (
    <div role="group" aria-label={say('suggest.mode')} className={styles['toggle']}>
      {choice(false)}
      {choice(true)}
    </div>
  )
}
