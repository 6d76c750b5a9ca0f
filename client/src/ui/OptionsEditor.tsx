import { Plus, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import styles from './OptionsEditor.module.css'

export const FEWEST_OPTIONS = 2

interface OptionsEditorProps {
  options: readonly string[]
  onChange: (options: string[]) => void
  /** As many as the server takes. */
  most: number
  /** Of the fields, before the number of each. */
  name: string
  texts: { title: string; add: string; option: (number: number) => string; remove: (number: number) => string }
}

/** The options of a question, one line each: Enter goes on to the next, and several pasted lines are several options. */
export function OptionsEditor({ options, onChange, most, name, texts }: OptionsEditorProps) {
  const list = useRef<HTMLUListElement>(null)
  /** The line that has the focus once there are as many as were asked for. */
  const wanted = useRef<number>(undefined)
  const focus = (i: number): void => list.current?.querySelectorAll('input')[i]?.focus()
  useLayoutEffect(() => {
    if (wanted.current !== undefined) focus(Math.min(wanted.current, options.length - 1))
    wanted.current = undefined
  }, [options])
  const write = (i: number, text: string): void => onChange(options.with(i, text))
  const add = (after: number): void => {
    if (options.length >= most) return
    onChange(options.toSpliced(after + 1, 0, ''))
    wanted.current = after + 1
  }
  const remove = (i: number): void => {
    const left = options.toSpliced(i, 1)
    onChange(left.length < FEWEST_OPTIONS ? [...left, ''] : left)
    wanted.current = Math.max(0, i - 1)
  }
  const press = (i: number, event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (i === options.length - 1) add(i)
    else focus(i + 1)
  }
  const paste = (i: number, event: ClipboardEvent): void => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    if (lines.length < 2) return
    event.preventDefault()
    const empty = options[i]?.trim() === ''
    onChange(options.toSpliced(empty ? i : i + 1, empty ? 1 : 0, ...lines).slice(0, most))
    wanted.current = i + lines.length - 1
  }
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{texts.title}</legend>
      <ul ref={list} className={styles['lines']}>
        {options.map((option, i) => (
          <li
            // The lines have no other identity than their place.
            key={i}
            className={styles['option']}
            onPasteCapture={(event) => paste(i, event)}
            onKeyDownCapture={(event) => press(i, event)}
          >
            <Field
              name={`${name}.${i}`}
              aria-label={texts.option(i + 1)}
              label={<span aria-hidden>{i + 1}</span>}
              value={option}
              onChange={(text) => write(i, text)}
              maxLength={200}
              autoComplete="off"
              isRequired={i < FEWEST_OPTIONS}
            />
            <Button variant="quiet" icon aria-label={texts.remove(i + 1)} onPress={() => remove(i)}>
              <X size={20} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onPress={() => add(options.length - 1)} isDisabled={options.length >= most}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </Button>
      </div>
    </fieldset>
  )
}
