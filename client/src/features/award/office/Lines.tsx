import { Plus, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Button } from '../../../ui/Button.tsx'
import styles from './Office.module.css'

interface LinesProps<Item> {
  title: string
  help?: ReactNode
  items: readonly Item[]
  /** As few and as many as the server takes. */
  least: number
  most: number
  empty: Item
  onChange: (items: Item[]) => void
  texts: { add: string; remove: (number: number) => string }
  /** The fields of one line. @param change replaces it */
  children: (item: Item, index: number, change: (item: Item) => void) => ReactNode
}

/** Lines of fields of which one adds and takes away; the focus goes to the new line, or to the one before what is gone. */
export function Lines<Item>({ title, help, items, least, most, empty, onChange, texts, children }: LinesProps<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    list.current?.children
      .item(Math.min(wanted.current, items.length - 1))
      ?.querySelector('input')
      ?.focus()
    wanted.current = undefined
  }, [items])
  const add = (): void => {
    wanted.current = items.length
    onChange([...items, empty])
  }
  const remove = (index: number): void => {
    wanted.current = Math.max(0, index - 1)
    onChange(items.toSpliced(index, 1))
  }
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{title}</legend>
      {help && <p className="small muted">{help}</p>}
      <ul ref={list} className={styles['lines']}>
        {items.map((item, index) => (
          <li
            // The lines have no other identity than their place.
            key={index}
            className={styles['fields']}
          >
            {children(item, index, (changed) => onChange(items.toSpliced(index, 1, changed)))}
            <Button
              variant="quiet"
              icon
              aria-label={texts.remove(index + 1)}
              isDisabled={items.length <= least}
              onPress={() => remove(index)}
            >
              <X size={20} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onPress={add} isDisabled={items.length >= most}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </Button>
      </div>
    </fieldset>
  )
}
