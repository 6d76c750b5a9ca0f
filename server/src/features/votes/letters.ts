import type { Message } from '../../mail/mail.ts'
import type { VoteRow } from './queries/types.ts'

interface Facts {
  voter: { name: string; email: string; has_voice: boolean }
  vote: Pick<VoteRow, 'kind' | 'method' | 'question' | 'closes_at' | 'extensions' | 'cancel_reason'> &
    Pick<VoteRow, 'options' | 'withdrawn'>
  /** Number of the event that is told of. */
  seq: number
  /** Hash of the last event of the log. */
  head: string
  link: string
}
type Letter<Said = Facts> = (facts: Said) => Message

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })
const when = (at: Date): string => moment.format(at)

/** What makes a later rewriting of the log visible to whoever keeps the mail. */
const proof = (head: string, link: string): string =>
  `Gardez ce message : l’empreinte du journal, à cet instant, est\n\n${head}\n\nElle permet de vérifier plus tard que rien n’y a été changé : collez-la sur la page du journal.\n\n${link}/journal`

const written =
  (subject: (question: string) => string, text: (facts: Facts) => string): Letter =>
  (facts) => ({
    to: facts.voter.email,
    subject: subject(facts.vote.question),
    text: `Bonjour ${facts.voter.name},\n\n${text(facts)}`,
  })

const opened = written(
  (question) => `Un vote est ouvert : ${question}`,
  ({ vote, link, head }) =>
    `Un vote est ouvert jusqu’au ${when(vote.closes_at)} (heure de Paris) :\n\n« ${vote.question} »\n\nPour voter :\n\n${link}\n\n${proof(head, link)}`,
)
/** Too few took part: the vote goes on by itself, once. */
const prolonged = written(
  (question) => `Le vote reprend : ${question}`,
  ({ vote, link, head }) =>
    `Trop peu de personnes avaient voté pour décider : le vote reprend jusqu’au ${when(vote.closes_at)} (heure de Paris), avec les voix déjà données.\n\n« ${vote.question} »\n\nPour voter, ou changer votre vote :\n\n${link}\n\n${proof(head, link)}`,
)
/** After a veto: the committee looks at the candidacy again, once. */
const secondReading = written(
  (question) => `Seconde lecture : ${question}`,
  ({ vote, link, head }) =>
    `Cette candidature a été bloquée par veto : une seconde lecture est ouverte jusqu’au ${when(vote.closes_at)} (heure de Paris), avec les voix déjà données.\n\n« ${vote.question} »\n\nPour voter, ou changer votre vote :\n\n${link}\n\n${proof(head, link)}`,
)
const closed = written(
  (question) => `Le vote est clos : ${question}`,
  ({ vote, voter, link, head }) => {
    if (vote.kind !== 'decision' && !voter.has_voice)
      return `Le vote « ${vote.question} » est clos. Vous étiez sur sa liste à l’ouverture ; son résultat se lit entre membres, mais son journal vous reste ouvert.\n\n${proof(head, link)}`
    return vote.kind === 'award'
      ? `Le vote du jury « ${vote.question} » est clos. Son résultat reste sous embargo jusqu’à la publication du palmarès ; on le lira alors ici :\n\n${link}\n\n${proof(head, link)}`
      : `Le vote « ${vote.question} » est clos. Son résultat est ici :\n\n${link}\n\n${proof(head, link)}`
  },
)
const extended = written(
  (question) => `Le vote est prolongé : ${question}`,
  ({ vote, link }) =>
    `Le vote « ${vote.question} » est prolongé jusqu’au ${when(vote.closes_at)} (heure de Paris).\n\nRaison donnée : ${vote.extensions.at(-1)?.reason ?? ''}\n\nLes bulletins déjà déposés restent valables :\n\n${link}`,
)
const cancelled = written(
  (question) => `Le vote est annulé : ${question}`,
  ({ vote, link }) =>
    `Le vote « ${vote.question} » est annulé. Raison donnée : ${vote.cancel_reason ?? ''}\n\nLes bulletins ont été supprimés ; personne ne peut les lire.\n\n${link}`,
)
const withdrawn = written(
  (question) => `Une option est retirée : ${question}`,
  ({ vote, seq, link }) => {
    const { option, reason } = vote.withdrawn.find((one) => one.seq === seq) ?? {}
    const label = vote.options.find(({ id }) => id === option)?.label ?? ''
    return `« ${label} » est retiré du vote « ${vote.question} ».\n\nRaison donnée : ${reason ?? ''}\n\nVous aviez voté ? Vous n’avez rien à faire : votre bulletin compte pour tout le reste.\n\n${link}`
  },
)
/** What is said on the way, to everybody on the roll. */
export const letters = { opened, prolonged, secondReading, closed, extended, cancelled, withdrawn }

/** On the day on which an outcome is looked at again, to those whom that concerns. */
export const reviewDue = (
  person: { name: string; email: string },
  vote: Pick<VoteRow, 'question'>,
  link: string,
): Message => ({
  to: person.email,
  subject: `À revoir aujourd’hui : ${vote.question}`,
  text: `Bonjour ${person.name},\n\nC’est aujourd’hui que l’on reparle de la décision « ${vote.question} ».\n\nRelisez la suite donnée, et dites en une phrase où l’on en est, avec « Revue faite » :\n\n${link}`,
})

/** To whoever has not voted yet, and to nobody else. */
export const reminder = written(
  (question) => `Votre vote est attendu : ${question}`,
  ({ vote, link }) =>
    `Vous n’avez pas encore voté : « ${vote.question} »\n\nLe vote se termine le ${when(vote.closes_at)} (heure de Paris). ${withoutOpinion(vote)} compte dans la participation.\n\n${link}`,
)

/** What a ballot offers to those who take part without choosing. */
const withoutOpinion = ({ method }: Pick<VoteRow, 'method'>): string =>
  method === 'threshold' ? 'S’abstenir' : 'Un vote blanc'
