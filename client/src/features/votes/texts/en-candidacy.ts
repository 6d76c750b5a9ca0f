import type { Translated } from '../../../i18n/message.ts'
import type { candidacy as fr } from './fr-candidacy.ts'

export const candidacy: Translated<typeof fr> = {
  'next.title': 'What happens next',
  'next.candidacy.submitted': 'A member of the committee opens it to the vote. Every member then has several days.',
  'next.candidacy.needsSponsor':
    'The vote only opens with a sponsor: a member of the committee can present this application, on this page.',
  'next.candidacy.open':
    'At the close the whole committee sees the result. If accepted, the person takes a seat where number and parity allow it; otherwise they wait in line.',
  'next.candidacy.vetoed':
    'A veto stood at the close: the person is not admitted, however many said yes. The committee may open a second reading for a limited time; after that the application is refused.',
  'next.candidacy.not_adopted': 'The person is not admitted. They may apply again.',
  'next.candidacy.quorum_failed':
    'Too few members voted to decide. The vote goes on once, with the ballots already cast.',
  'next.candidacy.no_ballot': 'Nobody voted. The vote goes on once.',
  'next.candidacy.admissible':
    'The application is accepted and a seat is free: the person becomes a member any moment.',
  'next.candidacy.waiting_parity':
    'The application is accepted, but the seats of their college are taken. The person waits for one, in order of acceptance.',
  'next.candidacy.lacksCollege':
    'The candidacy is accepted, but the person did not say which seat is theirs, a woman’s or a man’s. They can say so on their follow-up page; otherwise the committee decides.',
  'next.candidacy.waiting_seats':
    'The application is accepted, but all seats are taken. The person waits for one, in order of acceptance.',
  'next.candidacy.offered':
    'A seat is offered to the person, who can accept it for a limited time. Without an answer it goes to the next.',
  'next.candidacy.refused':
    'The person is not admitted. They may apply again; their file is erased when its time is over.',
  'next.candidacy.expired':
    'The application ended without a seat. The person may apply again; their file is erased when its time is over.',
  'next.candidacy.lapsed': 'The seat on offer was not accepted in time: it goes to the next person.',
  'next.candidacy.withdrawn': 'The person has withdrawn. Their file is erased when its time is over.',
  'next.candidacy.inadmissible':
    'The application is not put to the committee. The file is erased when its time is over.',
  'next.candidacy.admitted': 'The person is a member of the committee and receives an invitation to open an account.',
  'next.decision.open': 'At the close the result appears here, with the count and the names of the voters.',
  'next.decision.adopted': 'The decision is adopted and applies.',
  'next.decision.rejected': 'The decision is not adopted. Another question can be put to the vote.',
  'next.decision.vetoed':
    'A veto stood at the close: the decision is not adopted and nothing changes. Another question can be put to the vote.',
  'next.decision.quorum_failed': 'Too few people voted to decide: nothing changes. The question can be put again.',
  'next.decision.no_ballot': 'Nobody voted: nothing changes. The question can be put again.',
  'candidacy.kind': 'Application',
  'candidacy.by': 'presented by {name}',
  'candidacy.noSponsor': 'without a sponsor yet',
  'candidacy.title.submitted': '{name} asks for a seat',
  'candidacy.title.open': 'Should we welcome {name}?',
  'candidacy.title.vetoed': 'The application of {name} is blocked',
  'candidacy.title.not_adopted': 'The application of {name} is not accepted',
  'candidacy.title.undecided': 'The application of {name} is undecided',
  'candidacy.title.waiting': '{name} waits for a seat',
  'candidacy.title.offered': '{name} is offered a seat',
  'candidacy.title.expired': 'The application of {name} has expired',
  'candidacy.title.withdrawn': 'The application of {name} is withdrawn',
  'candidacy.title.inadmissible': 'The application of {name} is inadmissible',
  'candidacy.title.admitted': '{name} has a seat on the committee',
  'candidacy.tab': 'Application of {name}',
  'candidacy.employer': 'Employer: {employer}',
  'candidacy.motivation': 'Their reasons',
  'candidacy.readAll': 'Read the whole application',
  'candidacy.open': 'Open to the vote',
  'candidacy.openTitle': 'Open the vote on the application of {name}?',
  'candidacy.openHelp':
    'The question, the rules and the roll are fixed at this moment and no longer change. Every member finds the vote in what waits for them.',
  'candidacy.closesOn': 'Last day of the vote',
  'candidacy.closesHint': 'The vote lasts {minDays} days at least. Without a date, it lasts {days} days.',
  'candidacy.opened': 'The vote is open.',
  'candidacy.new': 'Whom do you propose to the committee?',
  'candidacy.newLede': 'The committee then votes on the application. You will be its sponsor.',
  'candidacy.newLedeAdmin': 'The committee then votes on the application.',
  'candidacy.sponsor': 'Sponsor',
  'candidacy.name': 'First name and surname',
  'candidacy.email': 'E-mail address',
  'candidacy.employerField': 'Employer',
  'candidacy.motivationField': 'Why this person?',
  'candidacy.motivationHint': 'Their career, what they would bring, the team they would join. Read by the committee.',
  'candidacy.college': 'For parity, this person counts among',
  'candidacy.collegeHint': 'The committee has as many women as men: only totals are shown.',
  'candidacy.collegeUnknown': 'I do not know',
  'candidacy.submit': 'Send the application',
  'candidacy.sent': 'The application is filed.',
}
