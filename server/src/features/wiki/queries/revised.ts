import type { RevisionItem } from '@cenacle/contract/revision'
import type { Context } from '../../../context.ts'
import * as policy from '../../../policy/page.ts'
import type { SpaceFacts } from '../../../policy/space.ts'
import * as spacePolicy from '../../../policy/space.ts'
import { presentAuthor } from '../../accounts/present.ts'
import { getShownPage } from '../rows.ts'

/** More than anybody reads at once. */
const MOST = 50

/** What is proposed for a page, or what a revision is one of. */
export interface Revised {
  spaceId: string
  space: SpaceFacts
  isRevision: boolean
  of: { id: string; title: string } | null
  items: RevisionItem[]
  mayPropose: boolean
}

/** A page with its revisions, or a revision with its page. @throws Problem not-found, or sign-in-required for a visitor */
export async function readRevised(ctx: Context, pageId: string): Promise<Revised> {
  const { space_id: spaceId, revision_of, facts } = await getShownPage(ctx, pageId)
  const lists = revision_of === null && spacePolicy.draft(facts.space)
  return {
    spaceId,
    space: facts.space,
    isRevision: revision_of !== null,
    of: revision_of === null ? null : await findPage(ctx, revision_of),
    items: lists ? await listRevisions(ctx, pageId) : [],
    mayPropose: policy.propose(facts),
  }
}

async function findPage({ db }: Context, id: string): Promise<{ id: string; title: string } | null> {
  const row = await db
    .selectFrom('page')
    .select(['id', 'title'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

async function listRevisions({ db }: Context, pageId: string): Promise<RevisionItem[]> {
  const rows = await db
    .selectFrom('page')
    .leftJoin('person', 'person.id', 'page.author_id')
    .select(['page.id', 'page.title', 'page.updated_at', 'person.id as by', 'person.name', 'person.portrait_key'])
    .where('page.revision_of', '=', pageId)
    .where('page.deleted_at', 'is', null)
    .orderBy('page.updated_at', 'desc')
    .orderBy('page.id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, title, updated_at, by, name, portrait_key }) => ({
    id,
    title,
    author: by !== null && name !== null ? presentAuthor({ id: by, name, portrait_key }) : null,
    updatedAt: updated_at.toISOString(),
  }))
}
