import type { PageItem } from '@cenacle/contract/page'
import { useI18n } from '../../../i18n/i18n.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { toast } from '../../../ui/toasts.ts'
import { useMovePage } from './api.ts'
import type { Place } from './moves.ts'
import { useSay } from './texts/say.ts'

/** Moves a page and says where it is now; also where the dialog that asked for it is gone. */
export function useMove(pages: readonly PageItem[], spaceId: string): (id: string, place: Place) => void {
  const { locale } = useI18n()
  const t = useSay()
  const { mutateAsync } = useMovePage(spaceId)
  const titleOf = (id: string): string => pages.find((page) => page.id === id)?.title ?? ''
  const say = (title: string, parentId: string | null, from: string | null | undefined): string => {
    if (parentId === from) return t('tree.moved', { title })
    return parentId === null
      ? t('tree.movedTop', { title })
      : t('tree.movedUnder', { title, parent: titleOf(parentId) })
  }
  return (id, place) => {
    const from = pages.find((page) => page.id === id)?.parentId
    mutateAsync({ id, ...place }).then(
      () => toast(say(titleOf(id), place.parentId, from)),
      (error: unknown) => toast(problemText(error, locale, t).title),
    )
  }
}
