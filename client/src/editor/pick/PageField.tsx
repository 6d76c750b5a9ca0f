import { useId, useRef, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { FieldLabel } from '../../ui/Field.tsx'
import fieldStyles from '../../ui/Field.module.css'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Pick.module.css'
import { PickList } from './PickList.tsx'
import { type LinkedPage, usePagesFor } from './sources.ts'
import { optionId, usePick } from './use-pick.ts'

interface PageFieldProps {
  label: string
  hint: string
  value: string
  isInvalid: boolean
  spaceId: string
  pageId: string
  onChange: (value: string) => void
  onPage: (page: LinkedPage) => void
}

/** What is an address and not the start of a title. */
const looksLikeAddress = (text: string): boolean => /^(?:[a-z]+:|\/|#|\.)|\.\S{2,}$|@/i.test(text.trim())

/** A field for an address that also finds pages by their titles. The list below is reached by the arrows, the focus stays in the field. */
export function PageField({ label, hint, value, isInvalid, spaceId, pageId, onChange, onPage }: PageFieldProps) {
  const say = useSay()
  const list = useId()
  const [isAsking, setAsking] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const wanted = isAsking && !looksLikeAddress(value) ? value : undefined
  const { found } = usePagesFor(spaceId, pageId, wanted)
  const choose = (index: number): void => {
    const page = found[index]
    if (!page) return
    setAsking(false)
    onPage(page)
    input.current?.focus()
  }
  const { active, setActive, onKey } = usePick(value, found.length, choose)
  const isOpen = found.length > 0
  return (
    <TextField
      className={fieldStyles['field']}
      value={value}
      isInvalid={isInvalid}
      isRequired
      autoComplete="off"
      onChange={(text) => {
        setAsking(true)
        onChange(text)
      }}
    >
      <FieldLabel>{label}</FieldLabel>
      <Input
        ref={focusAt(input)}
        className={fieldStyles['input']}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? optionId(list, active) : undefined}
        onFocus={() => setAsking(value === '')}
        onKeyDown={(event) => {
          if (!isOpen) return
          const isEscape = event.key === 'Escape'
          if (isEscape) setAsking(false)
          // Tab goes on to the next field.
          else if (event.key === 'Tab' || !onKey(event)) return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {isOpen && (
        <div className={styles['below']}>
          <PickList
            id={list}
            label={say('link.pages')}
            active={active}
            onPoint={setActive}
            options={found.map(({ id, title, space }, index) => ({
              id,
              label: title || say('titlePlaceholder'),
              detail: space,
              run: () => choose(index),
            }))}
          />
        </div>
      )}
      <VisuallyHidden role="status">
        {isOpen && say('pick.found', { count: found.length, label: say('link.pages') })}
      </VisuallyHidden>
      <Text slot="description" className={fieldStyles['hint']}>
        {hint}
      </Text>
      <FieldError className={fieldStyles['error']}>{hint}</FieldError>
    </TextField>
  )
}

/** One opened this to type an address. */
const focusAt = (kept: { current: HTMLInputElement | null }) => (element: HTMLInputElement | null) => {
  if (element && !kept.current) element.focus()
  kept.current = element
}
