import type { Deps } from '../deps.ts'
import { openSession } from '../features/accounts/commands.ts'
import { cookieName } from '../http/cookies.ts'
import { demonstration } from './demonstration.ts'
import { startWriter } from './live-writer.ts'

/**
 * Three people write in one page of the demonstration for as long as it runs, through the same door as everybody.
 * @param address under which this very server listens
 * @returns what ends it
 */
export async function startLivePage({ world, cookies, sockets, config }: Deps, address: string): Promise<() => void> {
  const { live } = demonstration
  const title = demonstration.pages.find(({ key }) => key === live.page)?.title ?? ''
  const page = await world.db
    .selectFrom('page')
    .select('id')
    .where('title', '=', title)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
  if (!page) return () => {}
  const emails = new Map(demonstration.people.map(({ key, email }) => [key, email]))
  const stops: (() => void)[] = []
  const own = new Set<string>()
  for (const writer of live.writers) {
    const person = await world.db
      .selectFrom('person')
      .selectAll()
      .where('email_key', '=', emails.get(writer.person) ?? '')
      .executeTakeFirst()
    if (!person) continue
    own.add(person.id)
    const { token } = await openSession(world, person, 'Démonstration')
    const cookie = `${cookieName(cookies)}=${token}`
    stops.push(
      startWriter({
        address,
        origin: config.baseUrl ?? address,
        cookie,
        pageId: page.id,
        writer,
        watched: () => sockets.size > own.size,
      }),
    )
  }
  return () => stops.forEach((stop) => stop())
}
