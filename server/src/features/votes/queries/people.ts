import type { Author } from '@cenacle/contract/person'
import { presentAuthor } from '../../accounts/present.ts'

type MaybePerson = { id: string | null; name: string | null; portrait_key: string | null }

/** Somebody joined to a row; null when they are gone. */
export const asAuthor = ({ id, name, portrait_key }: MaybePerson): Author | null =>
  id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null
