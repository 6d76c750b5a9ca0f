import type { PageItem } from '@cenacle/contract/page'
import { Check, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useRenamePage } from './api.ts'
import styles from './PagesTree.module.css'
import { useSay } from './texts/say.ts'

/** The title of a row as a field: Enter keeps, Escape leaves it as it was. */
export function RenameField({ page, spaceId, onClose }: { page: PageItem; spaceId: string; onClose: () => void }) {
  const { locale } = useI18n()
  const t = useSay()
  const rename = useRenamePage(spaceId)
  const field = useRef<HTMLInputElement>(null)
  const end = (): void => {
    const row = field.current?.closest<HTMLElement>('[role="row"]')
    onClose()
    row?.focus()
  }
  // The menu that asked for the field gives its focus back first.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.select(), 30)
    return () => clearTimeout(timer)
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const title = textOf(new FormData(event.currentTarget), 'title').trim()
    if (title === '' || title === page.title) return end()
    rename.mutate(
      { id: page.id, title },
      {
        onSuccess: () => {
          toast(t('tree.renamed', { title }))
          end()
        },
        onError: (error) => toast(problemText(error, locale, t).title),
      },
    )
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end()
  }
  return (
    <form className={styles['rename']} onSubmit={submit}>
      <input
        ref={field}
        name="title"
        className={styles['field']}
        aria-label={t('tree.renameField')}
        defaultValue={page.title}
        maxLength={200}
        autoComplete="off"
        required
        onKeyDown={leave}
      />
      <Button type="submit" variant="quiet" size="small" icon aria-label={t('ui.save')} isPending={rename.isPending}>
        <Check size={18} aria-hidden />
      </Button>
      <Button variant="quiet" size="small" icon aria-label={t('ui.cancel')} onPress={end}>
        <X size={18} aria-hidden />
      </Button>
    </form>
  )
}
