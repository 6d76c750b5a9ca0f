import type { TemplateItem } from '@cenacle/contract/template'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { toast } from '../../../ui/toasts.ts'
import { useDeleteTemplate, useOrderTemplate } from './api.ts'
import styles from './Templates.module.css'
import { useSay } from '../tree/texts/say.ts'

/** All templates in the order in which they are offered. */
export function TemplateList({ items }: { items: readonly TemplateItem[] }) {
  const { locale } = useI18n()
  const t = useSay()
  const order = useOrderTemplate()
  const [asked, setAsked] = useState<TemplateItem>()
  const move = (id: string, position: number): void =>
    order.mutate({ id, position }, { onError: (error) => toast(problemText(error, locale, t).title) })
  return (
    <>
      <ol className="ruled" aria-label={t('templates.tab')}>
        {items.map((item, i) => (
          <li key={item.id} className={styles['template']}>
            <div className={styles['what']}>
              <span className="strong">
                <Link to={paths.adminTemplate(item.id)}>{item.name}</Link>
              </span>
              <span className="small muted">{item.hint}</span>
            </div>
            <div className={styles['acts']}>
              <Button
                variant="quiet"
                icon
                aria-label={t('templates.up', { name: item.name })}
                isDisabled={i === 0}
                onPress={() => move(item.id, i - 1)}
              >
                <ArrowUp size={18} aria-hidden />
              </Button>
              <Button
                variant="quiet"
                icon
                aria-label={t('templates.down', { name: item.name })}
                isDisabled={i === items.length - 1}
                onPress={() => move(item.id, i + 1)}
              >
                <ArrowDown size={18} aria-hidden />
              </Button>
              <Button
                variant="quiet"
                icon
                aria-label={t('templates.deleteOf', { name: item.name })}
                onPress={() => setAsked(item)}
              >
                <Trash2 size={18} aria-hidden />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {asked && <DeleteDialog item={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function DeleteDialog({ item: { id, name }, onClose }: { item: TemplateItem; onClose: () => void }) {
  const t = useSay()
  const remove = useDeleteTemplate()
  const go = (): void =>
    remove.mutate(id, {
      onSuccess: () => {
        toast(t('templates.deleted', { name }))
        onClose()
      },
    })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('templates.deleteTitle', { name })}
      act={t('templates.delete')}
      isPending={remove.isPending}
      onConfirm={go}
    >
      {t('templates.deleteHelp')}
      <ErrorNotice error={remove.error} />
    </Confirm>
  )
}
