import type { TrashItem } from '@cenacle/contract/page-tree'
import { useState } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { focusHead } from '../../../lib/arrival.ts'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { TimeAgo, TimeLeft } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import { usePurge } from './api.ts'
import styles from './LineList.module.css'
import { useBringBack } from './use-bring-back.ts'
import { useSay } from './texts/say.ts'

/** What is in the trash, each with who put it there, how long it stays, and what one may do with it. */
export function TrashList({ items, spaceId }: { items: readonly TrashItem[]; spaceId: string }) {
  const t = useSay()
  const bringBack = useBringBack(spaceId, focusHead)
  const [asked, setAsked] = useState<TrashItem>()
  return (
    <>
      <ul className="ruled" aria-label={t('trash.title')}>
        {items.map((item) => (
          <li key={item.id} className={styles['line']}>
            <div className={styles['what']}>
              <span className="strong">
                {bindPunctuation(item.title)}
                {item.pages > 1 && <span className="muted"> {t('trash.more', { count: item.pages - 1 })}</span>}
              </span>
              <span className="small muted">
                {item.by ? t('trash.by', { name: item.by.name }) : t('trash.at')} <TimeAgo at={item.at} /> ·{' '}
                <TimeLeft until={item.until} ended={t('trash.soon')} />
              </span>
            </div>
            <div className={styles['acts']}>
              {item.can.restore && (
                <Button
                  size="small"
                  aria-label={t('trash.restoreOf', { title: item.title })}
                  onPress={() => bringBack(item.id)}
                >
                  {t('trash.restore')}
                </Button>
              )}
              {item.can.purge && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('trash.purgeOf', { title: item.title })}
                  onPress={() => setAsked(item)}
                >
                  {t('trash.purge')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked && <PurgeDialog item={asked} spaceId={spaceId} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function PurgeDialog({ item, spaceId, onClose }: { item: TrashItem; spaceId: string; onClose: () => void }) {
  const t = useSay()
  const purge = usePurge(spaceId)
  const { id, title, pages } = item
  const go = (): void =>
    purge.mutate(id, {
      onSuccess: () => {
        toast(t('trash.purged', { title }))
        onClose()
        focusHead()
      },
    })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('trash.purgeTitle', { title, count: pages })}
      act={t('trash.purgeAct')}
      isPending={purge.isPending}
      onConfirm={go}
    >
      {t('trash.purgeHelp')}
      <ErrorNotice error={purge.error} />
    </Confirm>
  )
}
