import { type ReactNode, useEffect, useRef } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Pick.module.css'
import { optionId } from './use-pick.ts'

/** Something to choose in a list beside a text. */
export interface PickOption {
  id: string
  label: string
  /** Tells two of the same name apart. */
  detail?: string | undefined
  /** What one can type instead. */
  typed?: string | undefined
  before?: ReactNode
  run: () => void
}

interface PickListProps {
  id: string
  label: string
  options: readonly PickOption[]
  /** Where its keys are those of a text, one that scrolls can be stopped at: beside a field it is the field's own. */
  tabIndex?: 0 | -1
  active: number
  onPoint: (index: number) => void
}

/** A list whose keys are handled where one types: the focus never comes here. */
export function PickList({ id, label, options, tabIndex = -1, active, onPoint }: PickListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(
    () => void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [active],
  )
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={tabIndex}
      aria-label={label}
      className={styles['list']}
      onMouseDown={keepFocus}
    >
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={classes(styles['option'], index === active && styles['active'])}
          onMouseMove={() => index !== active && onPoint(index)}
          onClick={option.run}
        >
          {option.before}
          <span className={styles['name']}>
            {option.label}
            {option.detail && <span className={styles['detail']}>{option.detail}</span>}
          </span>
          {option.typed && (
            <kbd className={styles['typed']} aria-hidden>
              {option.typed}
            </kbd>
          )}
        </div>
      ))}
    </div>
  )
}

const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault()
