import { useState } from 'react'
import { shortlistOf } from '@cenacle/tally/shortlist'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Category, type Entry, useTakeShortlist } from './api.ts'
import { idsOf, mostOf, type Order } from './orders.ts'
import { OrderList } from './OrderList.tsx'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

interface TakeFirstProps {
  order: Order
  category: Category
  entries: readonly Entry[]
  onChoose: ((ids: readonly string[]) => void) | undefined
}

/** So many are proposed at first. */
const USUAL = 5

/** The first so many of an order; of those exactly level at the border whoever runs the award says who. */
export function TakeFirst({ order, category, entries, onChoose }: TakeFirstProps) {
  const t = useSay()
  const take = useTakeShortlist(category.id)
  const kept = entries.filter((entry) => entry.categoryId === category.id && entry.shortlisted).length
  const [typed, setTyped] = useState(String(kept || USUAL))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const most = mostOf(typed)
  const { inside, tied, places } = shortlistOf(idsOf(order), most ?? 0)
  const chosen = [...inside, ...tied.filter((id) => ticked.has(id))]
  const titleOf = new Map(entries.map(({ id, title }) => [id, bindPunctuation(title)]))
  const tick = (id: string, isTicked: boolean): void =>
    setTicked((before) => new Set(isTicked ? [...before, id] : [...before].filter((one) => one !== id)))
  const submit = (): void => {
    if (most === null) return
    const by =
      order.kind === 'score'
        ? { kind: order.kind, versionId: order.id, most }
        : { kind: order.kind, voteId: order.id, most }
    take.mutate(
      { entryIds: chosen, by },
      {
        onSuccess: () => {
          toast(t('by.done', { count: chosen.length }))
          onChoose?.(chosen)
        },
      },
    )
  }
  return (
    <>
      <div className={styles['short']}>
        <Field
          label={t('by.most')}
          hint={t('by.mostHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={typed}
          onChange={setTyped}
          validate={() => (most === null ? t('by.mostWrong') : null)}
        />
      </div>
      {most !== null && (
        <>
          <OrderList order={order} entries={entries} inside={inside} tied={tied} chosen={chosen} />
          {tied.length > 0 && (
            <Notice tone="live" title={t('by.tiedTitle', { tied: tied.length, count: places })}>
              <p>{t('by.tiedHelp')}</p>
              <div role="group" aria-label={t('by.tied')}>
                {tied.map((id) => (
                  <Checkbox key={id} isSelected={ticked.has(id)} onChange={(isTicked) => tick(id, isTicked)}>
                    {titleOf.get(id)}
                  </Checkbox>
                ))}
              </div>
              <div>
                <Button size="small" onPress={() => setTicked(new Set(tied))}>
                  {t('by.tiedAll')}
                </Button>
              </div>
            </Notice>
          )}
          {order.unranked.length > 0 && (
            <p className="small">
              {t('by.unranked', {
                count: order.unranked.length,
                titles: order.unranked.map((id) => titleOf.get(id) ?? id).join(', '),
              })}
            </p>
          )}
          <ErrorNotice error={take.error} />
          <div className={styles['actions']}>
            <Button wide="phone" isPending={take.isPending} onPress={submit}>
              {t('by.act', { count: chosen.length })}
            </Button>
          </div>
          <p className="small muted">{t('by.next')}</p>
        </>
      )}
    </>
  )
}
