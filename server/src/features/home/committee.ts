import { sql } from 'kysely'
import type { HomeAnswer } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import { browse } from '../../policy/person.ts'

interface CommitteeRow {
  name: string
  cap: number
  women: number
  men: number
  undeclared: number
}

const DEFAULT_CAP = 50

/** The committee's seats, for those of it; null for guests and candidates. Of the colleges, the totals alone. */
export async function readCommittee(ctx: PersonContext): Promise<HomeAnswer['committee']> {
  if (!browse(ctx.viewer)) return null
  const { rows } = await sql<CommitteeRow>`
    select s.name, coalesce((select (value ->> 'cap')::int from setting where key = 'seats'), ${DEFAULT_CAP}::int) as cap,
      count(*) filter (where p.college = 'woman')::int as women,
      count(*) filter (where p.college = 'man')::int as men,
      count(*) filter (where p.college = 'undeclared')::int as undeclared
    from space s left join person p on p.role = 'member'
    where s.kind = 'committee' group by s.name`.execute(ctx.db)
  const [row] = rows
  return row ? { ...row, seats: row.women + row.men + row.undeclared } : null
}
