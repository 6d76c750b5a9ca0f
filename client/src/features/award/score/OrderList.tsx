import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { classes } from '../../../ui/classes.ts'
import type { Entry } from './api.ts'
import { sayExact } from './exact.ts'
import { type Order, type Placed, placesOf } from './orders.ts'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

interface OrderListProps {
  order: Order
  entries: readonly Entry[]
  inside: readonly string[]
  tied: readonly string[]
  /** Those inside, and those of the border that are taken. */
  chosen: readonly string[]
}

/** An order with its border: who is inside, who is level at it, who comes after; each with place and number. */
export function OrderList({ order, entries, inside, tied, chosen }: OrderListProps) {
  const t = useSay()
  const places = placesOf(order)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const all = order.groups.flat()
  const firstOut = all[inside.length + tied.length]?.entryId
  const outside = all.length - inside.length - tied.length
  return (
    <ol className={styles['order']}>
      {all.flatMap((placed) => {
        const { entryId } = placed
        const entry = byId.get(entryId)
        const { place = 0, shared = false } = places.get(entryId) ?? {}
        const isOut = !inside.includes(entryId) && !tied.includes(entryId)
        return [
          ...(entryId === firstOut
            ? [
                <li key="border" className={styles['border']}>
                  <span className="caption">{t('by.out', { count: outside })}</span>
                </li>,
              ]
            : []),
          <li key={entryId} className={classes(isOut && styles['out'])}>
            <span className={styles['place']}>
              {place}
              {shared && <small>{t('by.level')}</small>}
            </span>
            <span className={styles['who']}>
              <strong>{entry ? bindPunctuation(entry.title) : entryId}</strong>
              <span className={styles['under']}>
                {entry?.organisation}
                {tied.includes(entryId) && ` · ${t(chosen.includes(entryId) ? 'by.tiedTaken' : 'by.tied')}`}
              </span>
            </span>
            <Value placed={placed} method={order.method} />
          </li>,
        ]
      })}
    </ol>
  )
}

/** By a score the number itself; of a vote with how many judged. */
function Value({ placed, method }: { placed: Placed; method: Order['method'] }) {
  const t = useSay()
  const { locale } = useI18n()
  if ('value' in placed) return <span className={styles['value']}>{sayExact(placed.value, locale)}</span>
  return (
    <span className={styles['value']}>
      {t(method === 'score' ? 'by.points' : 'by.approvals', { count: placed.sum, of: placed.of })}
    </span>
  )
}
