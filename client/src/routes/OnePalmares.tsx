import { useParams, useSearchParams } from 'react-router'
import { Before } from '../features/award/palmares/Before.tsx'
import { PalmaresView } from '../features/award/palmares/PalmaresView.tsx'
import { useSay } from '../features/award/palmares/texts/say.ts'
import { type Opening, useOpening } from '../features/award/palmares/use-opening.ts'
import { EntriesPicture } from '../features/votes/results/TallyPicture.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'

function Shown({ query, before, hasWaited }: Opening) {
  if (before) return <Before {...before} />
  if (query.data) return <PalmaresView answer={query.data} Picture={EntriesPicture} />
  return (
    <div className="page page-medium">{hasWaited ? <Skeleton /> : <Loaded query={query}>{() => null}</Loaded>}</div>
  )
}

/** One palmarès, or one of its versions; before its second, the wait for it. */
export function OnePalmares() {
  const t = useSay()
  const { id = '' } = useParams()
  const version = Number(useSearchParams()[0].get('version')) || undefined
  const opening = useOpening(id, version)
  return (
    <>
      <VisuallyHidden role="status">{opening.hasWaited && opening.query.data ? t('published.now') : ''}</VisuallyHidden>
      <Shown {...opening} />
    </>
  )
}
