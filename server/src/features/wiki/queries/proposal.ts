import type { Rooms } from '@cenacle/collab/rooms'
import type { Comparison } from '@cenacle/contract/revision'
import { canonical } from '@cenacle/tally/canonical'
import type { Context } from '../../../context.ts'
import type { PageText } from '../../../documents/revision-jobs.ts'
import { hidden } from '../../../policy/allow.ts'
import { sha256 } from '../../../ids.ts'
import { Problem } from '../../../problem.ts'
import { freshTexts, publishedTexts } from '../fresh.ts'
import { HISTORY_BUDGET_MS } from '../history.ts'
import { getPage, getShownPage, type PageRow } from '../rows.ts'

/** A text as it is compared later: a comment, or a word that was typed and taken back, is no change. */
export const textHash = ({ title, markdown }: PageText): string => sha256(canonical([title, markdown]))

/** A revision as it is put to the vote: its text, and what it would change of what readers of the page have. */
export interface Proposal extends PageText {
  spaceId: string
  /** Of the revision. */
  seq: number
  pageId: string
  pageSeq: number
  /** Hash of the page's text, to see later whether that was written since. */
  baseHash: string
  comparison: Comparison
}

/**
 * What a revision would change of its page: of its newest text, in the public space of its published one, since whoever reads the comparison
 * in a vote is shown both.
 * @returns undefined for a page that is no revision
 * @throws Problem not-found, forbidden, text-too-costly; conflict for a page of the public space that is not published
 */
export async function readProposal(ctx: Context, rooms: Rooms, id: string): Promise<Proposal | undefined> {
  const revision = await getShownPage(ctx, id)
  if (revision.revision_of === null) return undefined
  const { title, markdown, seq } = await freshTexts(ctx, rooms, revision)
  const page = await getPage(ctx, revision.revision_of)
  const base = await readBase(ctx, rooms, page)
  const from = { title: base.title, markdown: base.markdown }
  const compared = await ctx.documents.run('compare', { from, to: { title, markdown } }, HISTORY_BUDGET_MS)
  const at = { from: base.seq, to: seq }
  const whole = { comparison: { ...at, ...compared }, baseHash: textHash(from) }
  return { spaceId: revision.space_id, title, markdown, seq, pageId: page.id, pageSeq: base.seq, ...whole }
}

async function readBase(ctx: Context, rooms: Rooms, page: PageRow) {
  if (page.space.kind !== 'public') return freshTexts(ctx, rooms, page)
  if (page.published_seq === null)
    throw new Problem('conflict', { detail: 'La page doit être publiée avant qu’une révision en soit votée.' })
  return publishedTexts(ctx, page.id)
}

/** What a revision would change. @throws Problem not-found, forbidden, text-too-costly */
export async function compareRevision(ctx: Context, rooms: Rooms, id: string): Promise<Comparison> {
  const proposal = await readProposal(ctx, rooms, id)
  if (!proposal) throw hidden(ctx.viewer)
  return proposal.comparison
}
