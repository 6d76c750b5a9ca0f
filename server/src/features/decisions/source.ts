import type { Rooms } from '@cenacle/collab/rooms'
import type { Context } from '../../context.ts'
import { Problem, invalidField } from '../../problem.ts'
import { listPosts, readTopic } from '../forum/queries.ts'
import { instantOf } from '../../time.ts'
import type { NewSource } from '../votes/commands/open.ts'
import { readVersion } from '../wiki/queries.ts'
import { type Proposal, readProposal } from '../wiki/queries/proposal.ts'

/** Where a question comes from, with the text that is put to the vote as it is now: a page's, or a topic's first message. */
export type Sourced = { source: NewSource; html: string | null }

/**
 * Reads what is put to the vote. It is of the same space as the vote, so that whoever reads the vote reads it too.
 * @throws Problem invalid where there is no such topic or page for the viewer, or it is of another space
 */
export async function readSource(
  ctx: Context,
  rooms: Rooms,
  asked: { kind: 'topic' | 'page'; id: string } | null,
  spaceId: string,
): Promise<Sourced | null> {
  if (asked === null) return null
  const found = await find(ctx, rooms, asked)
  if (found.spaceId !== spaceId) throw invalidField('/source/id', 'not-allowed')
  return found
}

/** Of a revision, the comparison is what voters read: it has the whole text, too. */
function revisionSource(id: string, { spaceId, title, seq, pageId, pageSeq, markdown, ...rest }: Proposal) {
  const { changes, title: renamed } = rest.comparison
  if (changes.length === 0 && renamed === null)
    throw new Problem('conflict', { detail: 'Cette révision ne change rien à la page.' })
  const revises = { id: pageId, version: pageSeq, proposal: markdown, ...rest }
  return { spaceId, source: { kind: 'page' as const, id, title, version: seq, revises }, html: null }
}

/** The first message as it reads now; of one that was taken away nothing is left to vote on but the topic's title. */
async function topicSource(ctx: Context, id: string) {
  const { title, spaceId } = await readTopic(ctx, id)
  const [post] = (await listPosts(ctx, id, { after: 0, limit: 1 })).items
  const isThere = post?.number === 1 && post.deletedAt === null
  const at = isThere ? instantOf(post.editedAt ?? post.createdAt) : null
  return { spaceId, source: { kind: 'topic' as const, id, title, at }, html: isThere ? post.html : null }
}

async function find(ctx: Context, rooms: Rooms, { kind, id }: { kind: 'topic' | 'page'; id: string }) {
  try {
    if (kind === 'topic') {
      return await topicSource(ctx, id)
    }
    const proposal = await readProposal(ctx, rooms, id)
    if (proposal) return revisionSource(id, proposal)
    const { title, html, seq, spaceId } = await readVersion(ctx, rooms, id)
    return { spaceId, source: { kind, id, title, version: seq }, html }
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') throw invalidField('/source/id', 'not-found')
    throw error
  }
}
