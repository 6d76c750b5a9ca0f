import { Star as StarIcon } from 'lucide-react'
import { useT } from '../../../i18n/i18n.tsx'
import { useSession } from '../../../lib/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { useMark, useSetMark } from './api.ts'

/** Puts a page among one's favourites. Not for visitors, who have none. */
export function Star({ pageId }: { pageId: string }) {
  const t = useT()
  const { data: me } = useSession()
  const mark = useMark(pageId, me != null)
  const set = useSetMark(pageId)
  if (!mark.data) return null
  const { favourite } = mark.data
  return (
    <Button
      variant="quiet"
      icon
      aria-label={t(favourite ? 'tree.unfavourite' : 'tree.favourite')}
      onPress={() => set.mutate({ favourite: !favourite })}
    >
      <StarIcon size={20} fill={favourite ? 'currentColor' : 'none'} aria-hidden />
    </Button>
  )
}
