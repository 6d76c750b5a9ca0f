import { ownTexts } from '../../../../i18n/own-texts.ts'

/** What other screens say of the award: little enough to come with them. */
export const useSayEntrance = ownTexts(
  {
    'award.link': 'Le prix',
    'award.due.ballots': { one: 'Un bulletin est attendu de vous.', other: '{count} bulletins sont attendus de vous.' },
    'award.due.eligibility': 'Des dossiers attendent la décision du bureau, dont vous êtes.',
    'award.due.shortlist': 'Les sélections attendent le bureau, dont vous êtes.',
    'award.due.deliberation': 'Le palmarès attend le bureau, dont vous êtes.',
    'award.upToDate': 'Vos bulletins sont déposés, rien ne vous attend.',
    'award.running.call': 'L’appel à dossiers est ouvert.',
    'award.running.eligibility': 'La recevabilité des dossiers est en cours.',
    'award.running.shortlist': 'Les dossiers des jurys se choisissent.',
    'award.running.jury': 'Les jurys votent.',
    'award.running.deliberation': 'Les jurys ont voté, le bureau délibère.',
    'award.running.sealed': 'Le palmarès est scellé.',
    'award.see': 'Voir où en est le prix',
  } as const,
  {
    'award.link': 'The award',
    'award.due.ballots': { one: 'One ballot is awaited from you.', other: '{count} ballots are awaited from you.' },
    'award.due.eligibility': 'Entries await a decision of the office, to which you belong.',
    'award.due.shortlist': 'The shortlists await the office, to which you belong.',
    'award.due.deliberation': 'The awards list awaits the office, to which you belong.',
    'award.upToDate': 'Your ballots are cast, nothing awaits you.',
    'award.running.call': 'The call for entries is open.',
    'award.running.eligibility': 'The eligibility of entries is looked at.',
    'award.running.shortlist': 'The shortlists are made.',
    'award.running.jury': 'The juries vote.',
    'award.running.deliberation': 'The juries have voted, the office deliberates.',
    'award.running.sealed': 'The awards list is sealed.',
    'award.see': 'See where the award is',
  },
)
