import { canonical, type Json } from '@cenacle/tally/canonical'
import { sha256 } from '../../../ids.ts'
import type { VoteRow } from '../queries/types.ts'

/** What a vote asks and how it is counted, as it is stored. */
export type Frozen = Pick<VoteRow, 'kind' | 'method' | 'question' | 'rules' | 'options' | 'text' | 'secret'> &
  Pick<VoteRow, 'html' | 'page_version' | 'source_title' | 'source_at' | 'revises_version' | 'proposal' | 'comparison'>

/**
 * What the opening writes into the log of a vote's question. What a vote does not have is absent, so that the hash of a plain
 * question is what it always was. A rendered text may be as long as a page: it is there by its hash.
 */
export function frozenBody(vote: Frozen): { [key: string]: Json } {
  const { kind, method, question, rules, options, text, html, secret, page_version, source_title } = vote
  const { source_at, revises_version, proposal, comparison } = vote
  return {
    kind,
    method,
    question,
    rules: asJson(rules),
    ...(options.length > 0 && { options: asJson(options) }),
    ...(text !== null && { text }),
    ...(html !== null && { html: sha256(html) }),
    ...(secret && { secret }),
    ...(source_title !== null && { source: source_title }),
    ...(source_at !== null && { sourceAt: source_at.toISOString() }),
    ...(page_version !== null && { version: page_version }),
    ...(revises_version !== null && { revises: revises_version }),
    ...(proposal !== null && { proposal: sha256(proposal) }),
    ...(comparison !== null && { comparison: sha256(canonical(asJson(comparison))) }),
  }
}

/** Hash of what a vote asks and how it is counted. */
export const rulesHashOf = (vote: Frozen): string => sha256(canonical(frozenBody(vote)))

/** Hash of who may vote. @param roll ids in the order of their numbers */
export const rollHashOf = (roll: readonly string[]): string => sha256(canonical(roll))

/** A value as the log can hold it: members that are undefined are absent. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
