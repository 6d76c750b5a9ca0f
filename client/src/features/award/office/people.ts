import type { PersonCard } from '@cenacle/contract/person'
import type { ComponentType } from 'react'

/** Choosing people out of the directory; the screen that shows these parts hands it over. */
export type People = ComponentType<{
  label: string
  chosen: readonly PersonCard[]
  onChange: (people: PersonCard[]) => void
  without: ReadonlySet<string>
  only?: 'member'
}>

/** Somebody of whom only the name is known, as a card of the directory. */
export const asCard = ({ id, name, portraitUrl }: Pick<PersonCard, 'id' | 'name' | 'portraitUrl'>): PersonCard => ({
  id,
  name,
  portraitUrl,
  role: 'member',
  headline: '',
  employer: '',
})
