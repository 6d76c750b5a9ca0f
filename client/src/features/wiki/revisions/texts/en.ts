import type { Translated } from '../../../../i18n/message.ts'
import type { fr } from './fr.ts'

export const en: Translated<typeof fr> = {
  'revision.of': 'Proposed revision of',
  'revision.pageGone': 'a page that is no longer there',
  'revision.help':
    'The page does not change until a vote has decided it. Write the text that you propose here, compare it, then put it to the vote.',
  'revision.atVoteHelp':
    'This revision is at the vote. The submitted text is frozen: what is written here no longer changes what is voted on.',
  'revision.compare': 'Compare with the page',
  'revision.vote.open': 'vote in progress',
  'revision.vote.scheduled': 'vote to come',
  'revision.vote.closed': 'vote closed',
  'revision.vote.cancelled': 'vote cancelled',
  'revision.vote.adopted': 'adopted',
  'revision.vote.rejected': 'rejected',
  'revision.vote.vetoed': 'blocked by a veto',
  'revision.vote.quorum_failed': 'quorum not reached',
  'revision.vote.no_ballot': 'nobody voted',
  'revision.atVote': 'A revision of this page is at the vote',
  'revision.preparing': {
    one: 'A revision of this page is being prepared',
    other: '{count} revisions of this page are being prepared',
  },
  'revision.decided': 'The text of this page was decided by a vote',
  'revision.draft': 'Proposed revision',
  'revision.draftBy': 'Revision proposed by {name}',
  'revision.adopted': 'Revision adopted by the vote',
  'revision.replaced': 'The page had been changed during the vote. That text is kept in the history:',
  'revision.seeReplaced': 'see what was replaced',
  'revision.views': 'What one looks at',
  'revision.changes': 'What changes',
  'revision.text': 'The proposed text',
  'revision.title': 'What the revision changes',
  'revision.tab': 'Comparison of {title}',
}
