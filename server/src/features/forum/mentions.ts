import { sql } from 'kysely'
import type { SpaceKind } from '@cenacle/contract/space'
import { foldName } from '@cenacle/contract/text'
import type { PersonContext } from '../../context.ts'
import type { Tx } from '../../database/types.ts'
import { readersOf } from '../../policy/readers.ts'
import { invalidField } from '../../problem.ts'
import { plainText } from './plain-text.ts'

const MAX_PEOPLE = 20
/** An @ that begins a word; what follows an address's local part does not. */
const AT = /(?<![\p{L}\p{N}._%+-])@(?=\p{L})/gu
const FIRST_WORD = /^[\p{L}\p{M}\p{N}'-]+/u
const NAME_SPAN = 120

interface Named {
  id: string
  name: string
}

/** Names as they are compared: without accents or case, with one form of the apostrophe. */
const fold = (text: string): string => foldName(text.replace(/[’ʼ]/g, "'"))

/**
 * Who is named after an @: by the whole name, else everybody with that first name.
 * @param text plain text of a post
 * @param people who may be named
 */
export function mentionedIn(text: string, people: readonly Named[]): Set<string> {
  const byFirstWord = Map.groupBy(
    people.map(({ id, name }) => ({ id, name: fold(name) })),
    ({ name }) => FIRST_WORD.exec(name)?.[0] ?? '',
  )
  const found = new Set<string>()
  for (const { index } of text.matchAll(AT)) {
    const words = fold(text.slice(index + 1, index + 1 + NAME_SPAN))
    const namesakes = byFirstWord.get(FIRST_WORD.exec(words)?.[0] ?? '') ?? []
    const whole = namesakes.filter(({ name }) => isWordAt(words, name))
    const longest = Math.max(0, ...whole.map(({ name }) => name.length))
    for (const one of longest > 0 ? whole.filter(({ name }) => name.length === longest) : namesakes) found.add(one.id)
  }
  return found
}

const isWordAt = (words: string, name: string): boolean =>
  words.startsWith(name) && !/^-?[\p{L}\p{N}]/u.test(words.slice(name.length))

interface Where {
  space: { id: string; kind: SpaceKind; open: boolean }
  topicId: string
  postId: string
}

/**
 * Records whom a post names, among those who may read its space; quotations and code name nobody. An edit takes back
 * what it no longer says, and keeps what was answered.
 * @throws Problem invalid, with more than 20 people
 */
export async function recordMentions(
  ctx: Omit<PersonContext, 'db'> & { db: Tx },
  { space, topicId, postId }: Where,
  html: string,
  isEdit: boolean,
): Promise<void> {
  const text = plainText(html, ['blockquote', 'code', 'pre'])
  const people = text.includes('@') ? await listReaders(ctx, space) : []
  const named = mentionedIn(text, people)
  named.delete(ctx.viewer.id)
  if (named.size > MAX_PEOPLE) throw invalidField('/body', 'too-many-mentions', { max: MAX_PEOPLE })
  const ids = [...named]
  if (isEdit) {
    let gone = ctx.db.deleteFrom('mention').where('post_id', '=', postId)
    if (ids.length > 0) gone = gone.where('person_id', 'not in', ids)
    await gone.execute()
  }
  if (ids.length === 0) return
  const rows = ids.map((person_id) => ({ post_id: postId, person_id, topic_id: topicId, at: ctx.now() }))
  await ctx.db
    .insertInto('mention')
    .values(rows)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

async function listReaders(ctx: { db: Tx; now(): Date }, space: Where['space']): Promise<Named[]> {
  const { rows } = await sql<Named>`select p.id, p.name from person p where ${readersOf(space, ctx.now())}`.execute(
    ctx.db,
  )
  return rows
}
