import type { PageItem } from '@cenacle/contract/page'
import { useI18n } from '../../../i18n/i18n.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { toast } from '../../../ui/toasts.ts'
import { useMovePage } from './api.ts'
import type { Place } from './moves.ts'

/** Moves a page and says where it is now. */
export function useMove(pages: readonly PageItem[], spaceId: string): (id: string, place: Place) => void {
  const { t, locale } = useI18n()
  const move = useMovePage(spaceId)
  const titleOf = (id: string): string => pages.find((page) => page.id === id)?.title ?? ''
  return (id, place) => {
    const title = titleOf(id)
    move.mutate(
      { id, ...place },
      {
        onSuccess: () =>
          toast(
            place.parentId === null
              ? t('tree.movedTop', { title })
              : t('tree.movedUnder', { title, parent: titleOf(place.parentId) }),
          ),
        onError: (error) => toast(problemText(error, locale, t).title),
      },
    )
  }
}
