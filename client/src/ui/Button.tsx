import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button'
import { Link, type To } from 'react-router'
import { classes } from './classes.ts'
import styles from './Button.module.css'

interface Look {
  /** `primary` once per screen; `danger` for a veto or a loss. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  size?: 'normal' | 'small' | undefined
  /** `phone`: as wide as the screen on a phone only; `always`: as wide as what holds it. */
  wide?: 'phone' | 'always' | undefined
  /** Only an icon inside: square; give `aria-label`. */
  icon?: boolean | undefined
}

const look = ({ variant = 'secondary', size = 'normal', wide, icon }: Look): string =>
  classes(
    styles['button'],
    styles[variant],
    size === 'small' && styles['small'],
    wide === 'phone' && styles['full'],
    wide === 'always' && styles['wide'],
    icon && styles['icon'],
  )

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children'>, Look {
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** A button. `isPending` keeps its focus and refuses a second press; `onPress` as in react-aria. */
export function Button({ variant, size, wide, icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={look({ variant, size, wide, icon })}>
      {children}
    </AriaButton>
  )
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  to,
  children,
  state,
  ...props
}: Look & { to: To; children: ReactNode; state?: unknown; 'aria-label'?: string }) {
  return (
    <Link to={to} state={state} className={look(props)} aria-label={props['aria-label']}>
      {children}
    </Link>
  )
}
