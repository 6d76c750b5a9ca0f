import { sql } from 'kysely'
import type { DemoAnswer } from '@cenacle/contract/session'
import type { Context } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import { roleOfRank } from '../../policy/roles.ts'
import { joinOwnRow, roleRank } from '../../policy/visible.ts'
import { Problem } from '../../problem.ts'

interface Demo {
  /** What everybody of the demonstration signs in with. */
  password: string
  /** Address of the person who is proposed first. */
  visitor: string
}

/** The demonstration's key, or undefined when this is a real installation. */
export async function findDemo(db: Db): Promise<Demo | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst()
  return row && (row.value as Demo)
}

/** Who can be tried in the demonstration, with the spaces that each may read. @throws Problem not-found elsewhere */
export async function getDemo(ctx: Context): Promise<DemoAnswer> {
  const demo = await findDemo(ctx.db)
  if (!demo) throw new Problem('not-found')
  const people = await ctx.db
    .selectFrom('person')
    .selectAll()
    .where('email_key', 'like', '%@demo.example')
    .where('suspended_at', 'is', null)
    .orderBy(sql`email = ${demo.visitor}`, 'desc')
    .orderBy('name')
    .execute()
  const answer: DemoAnswer['people'] = []
  for (const person of people) {
    const viewer = {
      kind: 'person',
      id: person.id,
      name: person.name,
      role: person.role,
      administrator: person.is_administrator,
      sessionId: '',
      confirmedAt: ctx.now(),
    } as const
    const { rows } = await sql<{
      id: string
      slug: string
      kind: string
      rank: number
    }>`select s.id, s.slug, s.kind, ${roleRank(viewer)} as rank
      from space s ${joinOwnRow(viewer, ctx.now())} where ${roleRank(viewer)} > 0 order by s.name`.execute(ctx.db)
    const spaces = rows.map(({ id, slug, kind, rank }) => ({ id, slug, kind, role: roleOfRank(rank) ?? 'reader' }))
    answer.push({
      id: person.id,
      email: person.email,
      name: person.name,
      role: person.role,
      college: person.college,
      headline: person.headline,
      spaces,
    })
  }
  return { password: demo.password, people: answer }
}
