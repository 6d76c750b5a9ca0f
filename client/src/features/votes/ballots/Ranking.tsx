import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useSay, type SayHere } from '../texts/say.ts'
import styles from './Ballots.module.css'
import { RankedOption } from './RankedOption.tsx'
import { type Move, moves, placeOf, type Ranking as Order } from './ranking-moves.ts'
import type { BallotPart } from './use-ballot.ts'

/** Where an option stands now, as a sentence: « Rennes : 1re place, ex æquo avec Nantes ». */
const sayPlace = (order: Order, id: string, names: ReadonlyMap<string, string>, t: SayHere): string => {
  const name = names.get(id) ?? ''
  const found = placeOf(order, id)
  if (!found) return t('rank.nowUnranked', { name })
  const place = t('rank.place', { count: found.place })
  const tied = found.tied.map((one) => names.get(one)).join(', ')
  return tied ? t('rank.nowTied', { name, place, tied }) : t('rank.now', { name, place })
}

/** After a move the focus stays on what was pressed, or on the next thing to press where that is gone. */
const focusAfter = (list: HTMLElement | null, id: string, move: Move): void => {
  const of = (name: string): string => `[data-option="${CSS.escape(id)}"] [data-move="${name}"]:not(:disabled)`
  const wanted =
    move === 'add' ? ['[data-move="add"]', of('up')] : [of(move), of('down'), of('up'), of('add'), of('remove')]
  for (const selector of wanted) {
    const found = list?.querySelector<HTMLElement>(selector)
    if (found) return found.focus()
  }
}

/** Ranking without drag: one presses the options in one's order, then moves them by buttons. */
export function Ranking({ vote, draft, onChange }: BallotPart) {
  const t = useSay()
  const root = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState<{ id: string; move: Move }>()
  const names = new Map(vote.options.map(({ id, label }) => [id, label]))
  const ranked = draft.ranking.flat()
  const others = vote.options.filter(({ id }) => !ranked.includes(id))
  const press = (id: string, move: Move): void => {
    onChange({ ranking: moves[move](draft.ranking, id) })
    setMoved({ id, move })
  }
  useLayoutEffect(() => {
    if (moved) focusAfter(root.current, moved.id, moved.move)
  }, [moved])
  return (
    <div ref={root} className={styles['ranking']}>
      {ranked.length > 0 && (
        <ol className={styles['order']} aria-label={t('rank.yours')}>
          {ranked.map((id, i) => (
            <RankedOption
              key={id}
              id={id}
              name={names.get(id) ?? ''}
              before={names.get(ranked[i - 1] ?? '')}
              place={placeOf(draft.ranking, id)}
              isTied={i > 0 && placeOf(draft.ranking, id)?.tied.includes(ranked[i - 1] ?? '') === true}
              canTie={vote.method === 'schulze'}
              isLast={i === ranked.length - 1}
              onMove={(move) => press(id, move)}
            />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <div className={styles['unranked']}>
          <p className="small muted" id="unranked">
            {t(ranked.length === 0 ? 'rank.start' : 'rank.rest')}
          </p>
          <ul className={styles['cards']} aria-labelledby="unranked">
            {others.map(({ id, label }) => (
              <li key={id} data-option={id}>
                <button type="button" data-move="add" className={styles['pick']} onClick={() => press(id, 'add')}>
                  <Plus size={20} aria-hidden />
                  <span className="strong">{label}</span>
                  <span className="small muted">
                    {t('rank.add', { place: t('rank.place', { count: ranked.length + 1 }) })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <VisuallyHidden role="status">{moved && sayPlace(draft.ranking, moved.id, names, t)}</VisuallyHidden>
    </div>
  )
}
