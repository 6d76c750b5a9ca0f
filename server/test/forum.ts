import { sql } from 'kysely'
import type { TestApp } from './harness.ts'

type Db = TestApp['deps']['world']['db']

const PROSE =
  'Les indicateurs de la communication publique forment une charte pour chaque territoire : une méthode partagée avec les élus, ' +
  'des réseaux sociaux tenus avec soin, l’accessibilité des sites, un calendrier d’enquête auprès des usagers, un budget lisible et ' +
  'une presse locale écoutée. Chacune relit, chacun propose, et le comité retient ce qui sert à toutes les collectivités. '
const BATCH = 500

export interface ForumSize {
  posts: number
  people: number
  topics: number
  /** Put every post into the search, not the topics alone. */
  searchPosts?: boolean
}

/**
 * Fills a committee with topics whose posts go round all people, by few statements: for counting and measuring.
 * @returns the committee's slug, the topic on top of its list, and somebody who reads it
 */
export async function seedForum(
  db: Db,
  size: ForumSize,
): Promise<{ spaceSlug: string; topicId: string; personId: string }> {
  const each = Math.floor(size.posts / size.topics)
  const count = sql`${size.people}::int`
  await sql`insert into person (id, email, email_key, name, role, created_at)
    select gen_random_uuid(), 'p' || i || '@example.fr', 'p' || i || '@example.fr', 'Personne ' || i, 'member', now()
    from generate_series(1, ${count}) i`.execute(db)
  await sql`insert into space (id, slug, kind, name, created_at)
    values (gen_random_uuid(), 'comite', 'committee', 'Comité', now())`.execute(db)
  await sql`insert into topic (id, space_id, title, author_id, created_at, post_count, last_post_at, last_author_id)
    select gen_random_uuid(), s.id, 'Sujet ' || i, p.people[1 + (i + 1) % ${count}], now(), ${each}::int,
      date_trunc('milliseconds', now()) - i * interval '1 minute', p.people[1 + (i + ${each}::int) % ${count}]
    from space s, generate_series(1, ${size.topics}::int) i, (select array_agg(id order by name) as people from person) p`.execute(
    db,
  )
  for (let from = 1; from <= size.topics; from += BATCH)
    await fillTopics(db, size, { from, to: from + BATCH - 1, each })
  await sql`analyze`.execute(db)
  const topic = await db
    .selectFrom('topic')
    .select('id')
    .orderBy('last_post_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const person = await db.selectFrom('person').select('id').orderBy('name').limit(1).executeTakeFirstOrThrow()
  return { spaceSlug: 'comite', topicId: topic.id, personId: person.id }
}

async function fillTopics(db: Db, size: ForumSize, batch: { from: number; to: number; each: number }): Promise<void> {
  const numbered = sql`(select id, space_id, title, split_part(title, ' ', 2)::int as i from topic) t`
  const here = sql`t.i between ${batch.from} and ${batch.to}`
  await sql`insert into post (id, topic_id, number, author_id, body, html, excerpt, created_at, written_at)
    select gen_random_uuid(), t.id, n, p.people[1 + (t.i + n) % ${size.people}::int], b.body, '<p>' || b.body || '</p>',
      left(b.body, 200), now(), now()
    from ${numbered} cross join (select array_agg(id order by name) as people from person) p
    cross join generate_series(1, ${batch.each}::int) n
    cross join lateral (select substr(${PROSE}, 1 + (t.i * 7 + n * 31) % 200, 180) || ' ' || t.i || ' ' || n as body) b
    where ${here}`.execute(db)
  await sql`insert into search_entry (kind, id, space_id, title, body, at, tsv)
    select 'topic', t.id, t.space_id, t.title, p.body, now(),
      setweight(to_tsvector('cenacle_fr', t.title), 'A') || setweight(to_tsvector('cenacle_fr', p.body), 'B')
    from post p join ${numbered} on t.id = p.topic_id where p.number = 1 and ${here}`.execute(db)
  if (!size.searchPosts) return
  await sql`insert into search_entry (kind, id, space_id, title, body, at, tsv)
    select 'post', p.id, t.space_id, '', p.body, now(), setweight(to_tsvector('cenacle_fr', p.body), 'B')
    from post p join ${numbered} on t.id = p.topic_id where p.number > 1 and ${here}`.execute(db)
}
