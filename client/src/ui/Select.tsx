import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes } from './Field.tsx'
import field from './Field.module.css'
import floating from './Menu.module.css'
import styles from './Select.module.css'

interface Option<Value extends string> {
  id: Value
  label: string
  hint?: string
}
interface SelectProps<Value extends string> {
  /** Without a visible label, `aria-label` is needed. */
  label?: ReactNode
  'aria-label'?: string
  hint?: ReactNode
  name?: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
  isDisabled?: boolean
  /** Without its box until one points at it, for a list where each line has one. */
  quiet?: boolean
}

/** One choice out of a short list, for settings; a ballot uses `RadioCards`. */
export function Select<Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  quiet,
  ...props
}: SelectProps<Value>) {
  const choose = (key: unknown): void => {
    const found = options.find((option) => option.id === key)
    if (found) onChange(found.id)
  }
  return (
    <AriaSelect {...props} className={field['field'] ?? ''} value={value} onChange={choose}>
      {label && <FieldLabel>{label}</FieldLabel>}
      <Button className={classes(styles['button'], quiet && styles['quiet'])}>
        <SelectValue>{options.find((option) => option.id === value)?.label}</SelectValue>
        <ChevronDown size={18} aria-hidden />
      </Button>
      <FieldNotes hint={hint} />
      <Popover className={floating['popover'] ?? ''} offset={6}>
        <ListBox items={options} className={floating['menu'] ?? ''}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={[option.label, option.hint].filter(Boolean).join(' ')}
              className={floating['item'] ?? ''}
            >
              <span>{option.label}</span>
              {option.hint && <span className={floating['hint']}>{option.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
