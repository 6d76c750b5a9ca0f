import type { SpaceAnswer } from '@cenacle/contract/space'
import { useOutletContext } from 'react-router'

/** The space whose tab this is; only inside of routes/Space.tsx. */
export const useSpace = (): SpaceAnswer => useOutletContext<SpaceAnswer>()
