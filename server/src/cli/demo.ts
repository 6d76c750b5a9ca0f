import type { World } from '../context.ts'
import { seedDemo } from '../demo/seed.ts'

export const demoUsage = `cenacle demo

Fills an empty database with the demonstration committee, as a first start on the embedded database does. Everybody in it signs in
with one password that the sign-in page shows: never on an installation that is to serve. Refuses a database in which there is
anybody or any space.`

/**
 * `cenacle demo`.
 * @returns what to print
 * @throws Error with one line when the database is not empty
 */
export async function demo(world: World): Promise<string> {
  for (const table of ['person', 'space'] as const) {
    const row = await world.db.selectFrom(table).select('id').limit(1).executeTakeFirst()
    if (row) throw new Error(`this database is not empty: it has a ${table} in it`)
  }
  await seedDemo(world)
  return 'The demonstration committee is ready: start the server and open its sign-in page.'
}
