import { ChevronDown, ChevronUp } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { Deliberated } from './api.ts'
import { moved } from './deliberating.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface OrderProps {
  order: readonly string[]
  titles: ReadonlyMap<string, string>
  /** The place of the first. */
  place: number
  onChange: (order: string[]) => void
}

/** An order that one changes by buttons; after each press the focus stays with what was moved. */
function Order({ order, titles, place, onChange }: OrderProps) {
  const t = useSay()
  const list = useRef<HTMLOListElement>(null)
  const [last, setLast] = useState<{ id: string; by: -1 | 1 }>()
  useLayoutEffect(() => {
    if (!last) return
    const line = `[data-line="${CSS.escape(last.id)}"]`
    const wanted = last.by === -1 ? ['up', 'down'] : ['down', 'up']
    for (const way of wanted) {
      const button = list.current?.querySelector<HTMLElement>(`${line} [data-way="${way}"]:not(:disabled)`)
      if (button) return button.focus()
    }
  }, [last])
  const press = (id: string, by: -1 | 1): void => {
    onChange(moved(order, id, by))
    setLast({ id, by })
  }
  return (
    <>
      <ol ref={list} className={styles['order']} aria-label={t('tie.order')}>
        {order.map((id, index) => {
          const title = titles.get(id) ?? ''
          return (
            <li key={id} data-line={id}>
              <span className={styles['place']}>{t('tie.place', { count: place + index })}</span>
              <span className="strong">{title}</span>
              <span className={styles['ways']}>
                <button
                  type="button"
                  data-way="up"
                  aria-label={t('tie.up', { title })}
                  disabled={index === 0}
                  onClick={() => press(id, -1)}
                >
                  <ChevronUp size={22} aria-hidden />
                </button>
                <button
                  type="button"
                  data-way="down"
                  aria-label={t('tie.down', { title })}
                  disabled={index === order.length - 1}
                  onClick={() => press(id, 1)}
                >
                  <ChevronDown size={22} aria-hidden />
                </button>
              </span>
            </li>
          )
        })}
      </ol>
      <VisuallyHidden role="status">
        {last &&
          t('tie.now', {
            title: titles.get(last.id) ?? '',
            place: t('tie.place', { count: place + order.indexOf(last.id) }),
          })}
      </VisuallyHidden>
    </>
  )
}

interface TieDialogProps {
  place: number
  /** As the jury left it, or as it was ordered before. */
  start: Deliberated['ties'][number]
  titles: ReadonlyMap<string, string>
  error: unknown
  isPending: boolean
  onClose: () => void
  onSubmit: (tie: Deliberated['ties'][number]) => void
}

/** Orders those who are exactly level, and says why. */
export function TieDialog({ place, start, titles, error, isPending, onClose, onSubmit }: TieDialogProps) {
  const t = useSay()
  const [order, setOrder] = useState<string[]>(start.order)
  return (
    <Dialog isOpen onClose={onClose} title={t('tie.title')}>
      <p className="muted">{t('tie.help')}</p>
      <Form
        error={error}
        onSubmit={(values) => onSubmit({ order, reason: textOf(values, 'reason') })}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={isPending}>
              {t('tie.save')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Order order={order} titles={titles} place={place} onChange={setOrder} />
        <TextArea
          name="reason"
          label={t('tie.reason')}
          hint={t('deliberation.reasonHint')}
          defaultValue={start.reason}
          maxLength={500}
          rows={3}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
