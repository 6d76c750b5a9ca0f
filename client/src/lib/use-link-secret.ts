import { useLocation, useParams } from 'react-router'

/** The secret of a link from a mail: its fragment, which is sent to no server. Links of before had it in the path. */
export function useLinkSecret(): string {
  const { hash } = useLocation()
  const { secret = '' } = useParams()
  return hash.slice(1) || secret
}
