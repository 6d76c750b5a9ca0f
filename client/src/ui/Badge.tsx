import { Ban, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { classes } from './classes.ts'

interface BadgeProps {
  /** `live`: now or due; `done`: saved, decided; `veto`: blocked, lost; `accent`: an act; `plain`: a kind. */
  tone?: 'live' | 'done' | 'veto' | 'accent' | 'plain'
  /** Without its pill, inside a sentence or a bar. */
  bare?: boolean
  children: ReactNode
}

/** A state in words, with a sign of its own so that colour is never alone. */
export function Badge({ tone = 'plain', bare, children }: BadgeProps) {
  return (
    <span className={classes(styles['badge'], styles[tone], bare && styles['bare'])}>
      {tone === 'live' && <span className={styles['dot']} aria-hidden />}
      {tone === 'done' && <Check size={14} strokeWidth={3} aria-hidden />}
      {tone === 'veto' && <Ban size={14} strokeWidth={2.5} aria-hidden />}
      <span>{children}</span>
    </span>
  )
}
