import type { Author, Me, PersonCard } from '@cenacle/contract/person'
import type { PersonTable } from '../../database/schema.gen.ts'
import type { Selectable } from 'kysely'

export type PersonRow = Selectable<PersonTable>
type Named = Pick<PersonRow, 'id' | 'name' | 'portrait_key'>

/** The portrait's address changes with the picture, so that it can be kept for ever by the browser. */
export const portraitUrl = ({ id, portrait_key }: Pick<PersonRow, 'id' | 'portrait_key'>): string | null =>
  portrait_key && `/api/people/${id}/portrait?v=${portrait_key.slice(0, 8)}`

export const presentAuthor = (row: Named): Author => ({ id: row.id, name: row.name, portraitUrl: portraitUrl(row) })

export const presentCard = (row: Named & Pick<PersonRow, 'role' | 'headline' | 'employer'>): PersonCard => ({
  id: row.id,
  name: row.name,
  role: row.role,
  headline: row.headline,
  employer: row.employer,
  portraitUrl: portraitUrl(row),
})

export const presentMe = (row: PersonRow): Me => ({
  ...presentCard(row),
  email: row.email,
  administrator: row.is_administrator,
  college: row.college,
  language: row.language,
  theme: row.theme,
  can: {
    administer: row.is_administrator,
    createLoop: row.role === 'member' || row.is_administrator,
    createTeam: row.is_administrator,
    vote: row.role === 'member',
  },
})
