import { useOutletContext } from 'react-router'
import type { Edition } from './api.ts'

/** The edition on whose screens one is. */
export const useEditionHere = (): Edition => useOutletContext<Edition>()
