import { sql } from 'kysely'
import type { TestApp } from './harness.ts'

type Db = TestApp['deps']['world']['db']

const WORDS =
  'les|indicateurs|de|la|communication|publique|une|charte|pour|chaque|territoire|méthode|élus|réseaux|sociaux|accessibilité|des|sites|calendrier|enquête|usagers|lisible|budget|presse'

/**
 * Fills a committee with topics whose posts go round all people, by a few statements: for counting and measuring.
 * @returns the committee's slug, a topic with as many posts as any other and more than a page, and somebody who reads it
 */
export async function seedForum(
  db: Db,
  size: { posts: number; people: number; topics: number },
): Promise<{ spaceSlug: string; topicId: string; personId: string }> {
  const each = Math.floor(size.posts / size.topics)
  const topicPosts = Math.max(each, 1)
  const words = sql`(array[${sql.join(WORDS.split('|').map((word) => sql.lit(word)))}])`
  const text = sql`(select string_agg(${words}[1 + (n * 7 + t.i * 13 + w * (w + n)) % 24], ' ') from generate_series(1, 60) w)`
  await sql`insert into person (id, email, email_key, name, role, created_at)
    select gen_random_uuid(), 'p' || i || '@example.fr', 'p' || i || '@example.fr', 'Personne ' || i, 'member', now()
    from generate_series(1, ${size.people}::int) i`.execute(db)
  await sql`insert into space (id, slug, kind, name, created_at) values (gen_random_uuid(), 'comite', 'committee', 'Comité', now())`.execute(
    db,
  )
  const people = sql`(select array_agg(id order by name) from person)`
  await sql`insert into topic (id, space_id, title, author_id, created_at, post_count, last_post_at, last_author_id)
    select gen_random_uuid(), s.id, 'Sujet ' || i, ${people}[1 + i % ${size.people}::int], now(), ${topicPosts}::int,
      date_trunc('milliseconds', now()) - i * interval '1 minute', ${people}[1 + (i + ${topicPosts}::int) % ${size.people}::int]
    from space s, generate_series(1, ${size.topics}::int) i`.execute(db)
  await sql`insert into post (id, topic_id, number, author_id, body, html, excerpt, created_at, written_at)
    select gen_random_uuid(), t.id, n, p.people[1 + (t.i + n) % ${size.people}::int], b.body, '<p>' || b.body || '</p>', left(b.body, 200), now(), now()
    from (select id, split_part(title, ' ', 2)::int as i from topic) t
    cross join (select ${people} as people) p
    cross join generate_series(1, ${topicPosts}::int) n
    cross join lateral (select ${text} as body) b`.execute(db)
  await sql`insert into search_entry (kind, id, space_id, title, body, at, tsv)
    select case when p.number = 1 then 'topic' else 'post' end, case when p.number = 1 then t.id else p.id end, t.space_id,
      case when p.number = 1 then t.title else '' end, p.body, now(),
      setweight(to_tsvector('cenacle_fr', case when p.number = 1 then t.title else '' end), 'A') || setweight(to_tsvector('cenacle_fr', p.body), 'B')
    from post p join topic t on t.id = p.topic_id`.execute(db)
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
