import { ChevronDown, ChevronUp, Equal, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../../../ui/classes.ts'
import { useSay } from '../texts/say.ts'
import styles from './Ballots.module.css'
import type { Move, Place } from './ranking-moves.ts'

interface RankedOptionProps {
  id: string
  name: string
  /** The option that is listed before it; undefined for the first. */
  before: string | undefined
  place: Place | undefined
  isTied: boolean
  canTie: boolean
  isLast: boolean
  onMove: (move: Move) => void
}

/** An option in its place, with the buttons that move it. */
export function RankedOption({ id, name, before, place, isTied, canTie, isLast, onMove }: RankedOptionProps) {
  const t = useSay()
  const tied = (place?.tied.length ?? 0) > 0
  const button = (move: Move, label: string, icon: ReactNode, isDisabled: boolean, isPressed?: boolean): ReactNode => (
    <button
      type="button"
      data-move={move}
      className={styles['move']}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      onClick={() => onMove(move)}
    >
      {icon}
    </button>
  )
  return (
    <li data-option={id} className={classes(styles['ranked'], isTied && styles['tied'])}>
      <span className={styles['place']}>{t('rank.short', { count: place?.place ?? 0 })}</span>
      <span className={styles['what']}>
        <span className="strong">{name}</span>
        {tied && <span className="small muted">{t('rank.tied')}</span>}
      </span>
      <span className={styles['moves']}>
        {button('up', t('rank.up', { name }), <ChevronUp size={22} aria-hidden />, before === undefined && !tied)}
        {button('down', t('rank.down', { name }), <ChevronDown size={22} aria-hidden />, isLast && !tied)}
        {canTie &&
          before !== undefined &&
          button('tie', t('rank.tie', { name, before }), <Equal size={20} aria-hidden />, false, isTied)}
        {button('remove', t('rank.remove', { name }), <X size={20} aria-hidden />, false)}
      </span>
    </li>
  )
}
