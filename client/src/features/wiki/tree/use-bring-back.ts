import { useI18n } from '../../../i18n/i18n.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { toast } from '../../../ui/toasts.ts'
import { useRestore } from './api.ts'
import { useSay } from './texts/say.ts'

/** Brings an entry of the trash back and says where it is; also where the screen that asked for it is gone. */
export function useBringBack(spaceId: string, onDone?: () => void): (id: string) => void {
  const { locale } = useI18n()
  const t = useSay()
  const { mutateAsync } = useRestore(spaceId)
  return (id) => {
    mutateAsync(id).then(
      ({ title, parentId }) => {
        toast(t(parentId === null ? 'tree.restoredTop' : 'tree.restored', { title }))
        onDone?.()
      },
      (error: unknown) => toast(problemText(error, locale, t).title),
    )
  }
}
