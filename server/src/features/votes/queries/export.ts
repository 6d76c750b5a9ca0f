import type { VoteExportFormat } from '@cenacle/contract/vote-result'
import { writeBlt } from '@cenacle/tally/blt'
import { writeBallotsCsv, writeOptionsCsv, writeSummaryCsv } from '@cenacle/tally/csv'
import { formatsOf } from '@cenacle/tally/vote-formats'
import { writePreflib } from '@cenacle/tally/preflib-write'
import { type VoteFile as CountedVote, voteFile, writeVoteFile } from '@cenacle/tally/vote-file'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { Problem } from '../../../problem.ts'
import { closingHeads } from './head.ts'
import { getVote } from './rows.ts'
import { withdrawnIds } from './rules.ts'
import { type Closed, countable, resultOf } from './standing.ts'

/** A file, by its end and its kind. */
export interface VoteFile {
  name: string
  type: string
  text: string
}

/**
 * A closed vote as a file from which anybody counts it again; it names no voter. A secret vote is published as its list of
 * receipts, and in no other way.
 * @throws Problem not-found, not-closed, vote-cancelled; not-acceptable for a format that the method's ballots do not have
 */
export async function exportVote(ctx: Context, id: string, format: VoteExportFormat): Promise<VoteFile> {
  await getVote(ctx, id)
  return exportClosed(ctx, id, format)
}

/** The same for who may read the result by another right than that to the vote. @throws Problem not-closed, embargo, vote-cancelled, not-acceptable */
export async function exportClosed(ctx: { db: Db }, id: string, format: VoteExportFormat): Promise<VoteFile> {
  const { vote } = await resultOf(ctx, id)
  if (vote.secret) throw new Problem('not-acceptable')
  const [ballots, heads] = [await countable(ctx.db, [vote]), await closingHeads(ctx.db, [id])]
  const file = write(
    voteFile(sha256, {
      id,
      question: vote.question,
      closedAt: vote.closes_at.toISOString(),
      method: vote.method,
      rules: vote.rules,
      options: vote.options,
      withdrawn: withdrawnIds(vote),
      roll: vote.roll_size,
      draw: { nonce: vote.draw_nonce, head: heads.get(id) ?? '' },
      ballots: ballots.get(id) ?? [],
    }),
    format,
  )
  if (!file) throw new Problem('not-acceptable')
  return { ...file, name: `vote-${id}.${file.name}` }
}

/** The formats in which `exportVote` has a file of this vote. */
export async function listFormats(
  { db }: { db: Db },
  { vote, evaluation }: Closed,
): Promise<ReturnType<typeof formatsOf>> {
  if (vote.secret) return []
  const ballots = (await countable(db, [vote])).get(vote.id) ?? []
  return formatsOf({ method: vote.method, ballots, withdrawn: withdrawnIds(vote), result: evaluation })
}

function write(vote: CountedVote, format: VoteExportFormat): VoteFile | null {
  const plain = (name: string, text: string | null, type = 'text/plain'): VoteFile | null =>
    text === null ? null : { name, text, type: `${type}; charset=utf-8` }
  switch (format) {
    case 'json':
      return plain('json', writeVoteFile(vote), 'application/json')
    case 'csv':
      return plain('csv', writeBallotsCsv(vote), 'text/csv')
    case 'summary':
      return plain('resultat.csv', writeSummaryCsv(vote), 'text/csv')
    case 'options':
      return plain('options.csv', writeOptionsCsv(vote), 'text/csv')
    case 'blt':
      return plain('blt', writeBlt(vote))
    case 'preflib': {
      const file = writePreflib(vote)
      return file && plain(file.extension, file.text)
    }
  }
}
