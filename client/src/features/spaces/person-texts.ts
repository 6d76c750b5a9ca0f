import type { PersonCard } from '@cenacle/contract/person'
import type { SpaceRole } from '@cenacle/contract/space'
import type { Say } from '../../i18n/i18n.tsx'

/** What a person does and where, as one line. */
export const aboutPerson = (person: PersonCard): string => [person.headline, person.employer].filter(Boolean).join(', ')

const roles = ['reader', 'commenter', 'writer', 'facilitator'] as const

/** The roles that a person may be given, with what each allows. A guest never runs a space. */
export const roleOptions = (t: Say, isGuest: boolean): { id: SpaceRole; label: string; hint: string }[] =>
  roles
    .filter((role) => !isGuest || role !== 'facilitator')
    .map((role) => ({ id: role, label: t(`spaceRole.${role}`), hint: t(`spaceRole.${role}Hint`) }))
