import { sql } from 'kysely'
import type { z } from 'zod'
import type { DraftAnswer, draftsQuery } from '@cenacle/contract/decision'
import type { List } from '@cenacle/contract/paging'
import type { Context } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import * as policy from '../../policy/vote.ts'
import { presentAuthor } from '../accounts/present.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { decidingSpaces, getDraft, isOwn, type NamedDraft } from './rows.ts'

/** One draft, with the text of its page. @throws Problem not-found */
export async function readDraft(ctx: Context, id: string): Promise<DraftAnswer> {
  const { draft, space } = await getDraft(ctx, id)
  const may = policy.changeDraft(ctx.viewer, space, { own: isOwn(ctx, draft) })
  const comparison = draft.comparison as DraftAnswer['comparison']
  return { ...present(draft, may), html: draft.html + (draft.source_html ?? ''), comparison }
}

/** All but the texts of a page, each of which may be as long as one. */
const LISTED = sql.raw(
  [
    'id',
    'space_id',
    'author_id',
    'question',
    'text',
    'html',
    'method',
    'options',
    'rules',
    'secret',
    'opens_at',
    'closes_at',
    'topic_id',
    'page_id',
    'source_title',
    'source_at',
    'scheduled',
    'scheduled_by',
    'changed_at',
  ]
    .map((name) => `d.${name}`)
    .join(', '),
)
type ListedDraft = Omit<
  NamedDraft,
  'source_html' | 'proposal' | 'comparison' | 'page_version' | 'revises_id' | 'revises_version'
>

/** Drafts of the spaces in which the viewer could open them, newest change first; without the texts of their pages. */
export async function listDrafts(ctx: Context, query: z.output<typeof draftsQuery>): Promise<List<DraftAnswer>> {
  const { limit, cursor, spaceId } = query
  const after = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const { rows } = await sql<ListedDraft>`select ${LISTED}, p.name as author_name, p.portrait_key as author_portrait,
      s.name as scheduler_name, s.portrait_key as scheduler_portrait
    from vote_draft d left join person p on p.id = d.author_id left join person s on s.id = d.scheduled_by
    where d.space_id in (${decidingSpaces(ctx)})
      and ${spaceId ? sql`d.space_id = ${spaceId}::uuid` : sql`true`}
      and ${after ? sql`(d.changed_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by d.changed_at desc, d.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = cut(
    rows,
    limit,
    (row) => row,
    (row) => [row.changed_at.toISOString(), row.id],
  )
  const spaces = new Map<string, Awaited<ReturnType<typeof getSpace>>>()
  for (const id of new Set(page.items.map(({ space_id }) => space_id))) spaces.set(id, await getSpace(ctx, id))
  const items = page.items.map((draft) => {
    const space = spaces.get(draft.space_id)
    return present(
      draft,
      space !== undefined && policy.changeDraft(ctx.viewer, factsOf(space), { own: isOwn(ctx, draft) }),
    )
  })
  return { items, next: page.next }
}

function present(draft: ListedDraft, may: boolean): DraftAnswer {
  const { author_id: id, author_name: name, author_portrait: portrait_key } = draft
  const [kind, sourceId] = draft.topic_id ? (['topic', draft.topic_id] as const) : (['page', draft.page_id] as const)
  return {
    id: draft.id,
    spaceId: draft.space_id,
    author: id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null,
    question: draft.question,
    text: draft.text,
    html: draft.html,
    method: draft.method as DraftAnswer['method'],
    options: draft.options as string[],
    rules: draft.rules as DraftAnswer['rules'],
    secret: draft.secret,
    opensAt: draft.opens_at?.toISOString() ?? null,
    closesAt: draft.closes_at?.toISOString() ?? null,
    status: draft.scheduled ? 'scheduled' : 'draft',
    scheduledBy: schedulerOf(draft),
    source:
      sourceId === null
        ? null
        : { kind, id: sourceId, title: draft.source_title ?? '', at: draft.source_at?.toISOString() ?? null },
    comparison: null,
    changedAt: draft.changed_at.toISOString(),
    can: { change: may, open: may, remove: may },
  }
}

/** Who let it open by itself: its author, or somebody who runs the space. */
function schedulerOf(draft: ListedDraft): DraftAnswer['scheduledBy'] {
  const { scheduled, scheduled_by: id, scheduler_name: name, scheduler_portrait: portrait_key } = draft
  return scheduled && id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null
}
