import { sql } from 'kysely'
import type { HomeAnswer } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import { browse } from '../../policy/person.ts'
import { after, DAY_MS } from '../../time.ts'

interface CommitteeRow {
  name: string
  cap: number
  women: number
  men: number
  undeclared: number
  is_new: boolean
}

const DEFAULT_CAP = 50
const NEW_MS = 60 * DAY_MS

/**
 * The committee's seats, for those of it; null for guests and candidates. Of the colleges, the totals alone.
 * `isNew`: the viewer was admitted not long ago.
 */
export async function readCommittee(ctx: PersonContext): Promise<Pick<HomeAnswer, 'committee' | 'isNew'>> {
  if (!browse(ctx.viewer)) return { committee: null, isNew: false }
  const { rows } = await sql<CommitteeRow>`
    select s.name, coalesce((select (value ->> 'cap')::int from setting where key = 'seats'), ${DEFAULT_CAP}::int) as cap,
      count(*) filter (where p.college = 'woman')::int as women,
      count(*) filter (where p.college = 'man')::int as men,
      count(*) filter (where p.college = 'undeclared')::int as undeclared,
      exists (select from candidacy where person_id = ${ctx.viewer.id}::uuid
        and admitted_at > ${after(ctx.now(), -NEW_MS)}::timestamptz) as is_new
    from space s left join person p on p.role = 'member'
    where s.kind = 'committee' group by s.name`.execute(ctx.db)
  const [row] = rows
  if (!row) return { committee: null, isNew: false }
  const { is_new: isNew, ...committee } = row
  return { committee: { ...committee, seats: row.women + row.men + row.undeclared }, isNew }
}
