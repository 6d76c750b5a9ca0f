import { Outlet, useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { useInPlace } from '../lib/place.ts'
import { Loaded } from '../ui/Loaded.tsx'

/** A space: its name and tabs go to the bar, the space itself to the tab inside (`useSpace`). */
export function Space() {
  const { slug = '' } = useParams()
  const space = useSpaceQuery(slug)
  useInPlace(space.data)
  return (
    <div className="page">
      <Loaded query={space}>{(answer) => <Outlet context={answer} />}</Loaded>
    </div>
  )
}
