import type { LogType } from '@cenacle/contract/log-type'
import type { SayHere, VoteKey } from '../texts/say.ts'

/** Each event has its words: one that is forgotten here, or in the texts, is an error of types. */
const WORDS: { readonly [Type in LogType]: `log.type.${Type}` & VoteKey } = {
  'ballot.opened': 'log.type.ballot.opened',
  'ballot.cast': 'log.type.ballot.cast',
  'ballot.refused': 'log.type.ballot.refused',
  'veto.filed': 'log.type.veto.filed',
  'veto.lifted': 'log.type.veto.lifted',
  'veto.lapsed': 'log.type.veto.lapsed',
  'close.moved': 'log.type.close.moved',
  'close.extended': 'log.type.close.extended',
  'close.early': 'log.type.close.early',
  'option.withdrawn': 'log.type.option.withdrawn',
  'vote.cancelled': 'log.type.vote.cancelled',
  'ballot.closed': 'log.type.ballot.closed',
  'ballot.tallied': 'log.type.ballot.tallied',
  'veto.withdrawn': 'log.type.veto.withdrawn',
  'candidacy.admitted': 'log.type.candidacy.admitted',
  'candidacy.reopened': 'log.type.candidacy.reopened',
  'candidacy.waiting': 'log.type.candidacy.waiting',
  'candidacy.offered': 'log.type.candidacy.offered',
  'candidacy.lapsed': 'log.type.candidacy.lapsed',
  'candidacy.expired': 'log.type.candidacy.expired',
  'candidacy.refused': 'log.type.candidacy.refused',
  'candidacy.not_adopted': 'log.type.candidacy.not_adopted',
  'candidacy.withdrawn': 'log.type.candidacy.withdrawn',
  'candidacy.inadmissible': 'log.type.candidacy.inadmissible',
  'outcome.written': 'log.type.outcome.written',
  'review.due': 'log.type.review.due',
  'outcome.reviewed': 'log.type.outcome.reviewed',
  'voter.recused': 'log.type.voter.recused',
  'result.released': 'log.type.result.released',
}

const isKnown = (type: string): type is LogType => Object.hasOwn(WORDS, type)

/** What happened, in words; of a log from a later version, whose events are not all known here, the type itself. */
export const sayEvent = (type: string, t: SayHere): string => (isKnown(type) ? t(WORDS[type]) : type)
