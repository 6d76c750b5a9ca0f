import type { Translated } from '../../../i18n/message.ts'
import type { veto as fr } from './fr-veto.ts'

export const veto: Translated<typeof fr> = {
  'veto.title': 'Do you have a fundamental objection?',
  'veto.candidacy': 'Every member has a right of veto. On its own it blocks this application until it is lifted.',
  'veto.decision': 'This vote allows a veto with a reason. On its own it blocks this decision until it is lifted.',
  'veto.readers.candidacy.committee': 'The committee will read your reason; the applicant may get access to it.',
  'veto.readers.candidacy.bureau':
    'Only those who run the committee will read your reason; the applicant may get access to it.',
  'veto.readers.decision.committee': 'The members of the space will read your reason.',
  'veto.readers.decision.bureau': 'Only those who run the space will read your reason.',
  'veto.act': 'Veto with a reason',
  'veto.askCandidacy': 'Veto this application?',
  'veto.askDecision': 'Veto this decision?',
  'veto.blocks': 'On its own it blocks the vote, however many say yes, until you lift it.',
  'veto.replaces': 'It takes the place of your present vote.',
  'veto.readByCommittee': 'The members of the committee read your name and your reason from now on.',
  'veto.readBySpace': 'The members of the space read your name and your reason from now on.',
  'veto.readByBureau':
    'The members of the committee read your name from now on. Your reason is read only by those who run the committee, and by you.',
  'veto.readBySpaceBureau':
    'The members of the space read your name from now on. Your reason is read only by those who run the space, and by you.',
  'veto.withheld': 'Only those who run the space read the reason.',
  'veto.readByCandidate':
    'The applicant is not told, but has the right to ask to read what is written about them. Keep to the facts.',
  'veto.moves': {
    one: 'The close is near: it will be moved once, to leave {count} hour for discussion.',
    other: 'The close is near: it will be moved once, to leave {count} hours for discussion.',
  },
  'veto.reason': 'Your reason',
  'veto.reasonLeft': { one: 'At least {count} more character.', other: 'At least {count} more characters.' },
  'veto.reasonOk': { one: '{count} character.', other: '{count} characters.' },
  'veto.reasonShort': 'A veto needs a reason of at least 30 characters: say what stands against it.',
  'veto.filed': 'Your veto is saved.',
  'veto.standing.candidacy': {
    one: 'A veto stands: this application cannot succeed until it is lifted',
    other: '{count} vetoes stand: this application cannot succeed until they are lifted',
  },
  'veto.standing.decision': {
    one: 'A veto stands: this decision cannot be adopted until it is lifted',
    other: '{count} vetoes stand: this decision cannot be adopted until they are lifted',
  },
  'veto.list': 'Vetoes and reasons',
  'veto.bySomeone': 'Somebody who is gone',
  'veto.mine': 'Your veto',
  'veto.lift': 'Lift my veto',
  'veto.liftTitle': 'Lift your veto?',
  'veto.liftHelp': 'It no longer blocks anything, as if it had not been made. The log keeps a trace that it existed.',
  'veto.liftChoice': 'And your vote?',
  'veto.liftNone': 'I do not vote',
  'veto.liftNoneHint': 'You can still vote until the close.',
  'veto.liftNext': 'The ballot opens next: you can vote until the close.',
  'veto.lifted': 'Your veto is lifted.',
  'veto.instead': 'Your veto stands in place of a vote. You can lift it until the close.',
  'veto.lapsed': 'Your veto no longer has effect',
  'veto.lapsedHelp.yesNo':
    'It lapsed when your right to vote was interrupted. You have that right again: vote, or file another veto. Otherwise it counts as a no.',
  'veto.lapsedHelp.options':
    'It lapsed when your right to vote was interrupted. You have that right again: vote, or file another veto. Otherwise it counts as a blank vote.',
}
