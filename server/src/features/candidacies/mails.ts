import type { Message } from '../../mail/mail.ts'

/** How a candidacy ends without a seat. */
export type Ending = 'inadmissible' | 'withdrawn' | 'not_adopted' | 'refused' | 'expired' | 'lapsed'

interface Addressee {
  name: string
  email: string
}

interface Entrance {
  /** Where it leads: to choose a password, or to sign in with the account that there is. */
  link: string
  /** Where another link is asked for, when this one runs out; nothing for who has a password. */
  again: string | undefined
  /** The first page to read. */
  firstPage: string
}

/** So many days as people say them: « douze mois » of 365 is « 12 mois », of 45 « 45 jours ». */
const span = (days: number): string => (days < 60 ? `${days} jours` : `${Math.round((days * 12) / 365)} mois`)

const day = (at: Date): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at)

/** A mail to a candidate: what happened, and the way to the follow-up page. */
const toCandidate = ({ name, email }: Addressee, subject: string, text: string, link: string): Message => ({
  to: email,
  subject,
  text: `Bonjour ${name},\n\n${text}\n\nVotre page de suivi, par ce lien que vous seul·e avez :\n\n${link}\n\nÀ bientôt.`,
})

/** Asks who filled in the public form to confirm; nothing is a candidacy before that. */
export const confirm = ({ name, email }: Addressee, link: string): Message => ({
  to: email,
  subject: 'Confirmez votre candidature',
  text: `Bonjour ${name},\n\nVous demandez un siège au comité. Confirmez votre adresse pour que votre candidature soit déposée ; ce lien sert une seule fois, pendant sept jours :\n\n${link}\n\nSi vous n’avez rien demandé, ignorez ce message : rien n’est déposé, et ce qui a été écrit s’efface dans sept jours.`,
})

export const received = (to: Addressee, link: string): Message =>
  toCandidate(
    to,
    'Votre candidature est déposée',
    'Votre candidature est déposée. Un membre du comité va la présenter, puis le comité se prononcera. Vous pouvez suivre où elle en est, poser des questions, répondre à celles du comité, et vous retirer à tout moment.',
    link,
  )

/** Tells somebody whom a member proposed what is kept of them, and how to withdraw. */
export const proposed = (to: Addressee, sponsor: string | null, keptDays: number, link: string): Message =>
  toCandidate(
    to,
    'Le comité examine votre candidature',
    `${sponsor ?? 'Un membre du comité'} propose de vous donner un siège au comité. Votre nom, votre employeur et ce qui a été écrit de vous sont lus par les membres, pour décider de cela seulement ; si la réponse est négative, tout est effacé au bout de ${span(keptDays)}. Votre page dit qui répond de ces données et vous fait lire la charte du comité. Si vous ne souhaitez pas de ce siège, retirez-vous-y en un geste.`,
    link,
  )

export const question = (to: Addressee, text: string, link: string): Message =>
  toCandidate(
    to,
    'Le comité vous pose une question',
    `Le comité vous demande :\n\n« ${text} »\n\nRépondez sur votre page.`,
    link,
  )

export const answered = (to: Addressee, text: string, link: string): Message =>
  toCandidate(to, 'Une réponse à votre question', `À votre question, le comité répond :\n\n« ${text} »`, link)

export const waiting = (to: Addressee, rank: number | null, link: string): Message =>
  toCandidate(
    to,
    'Votre candidature est acceptée, un siège se prépare',
    `Le comité a accepté votre candidature. Aucun siège n’est libre aujourd’hui${rank === null ? '' : ` : vous êtes en position ${rank} dans la liste d’attente`}. Dès qu’un siège se libère pour vous, nous vous le proposons.`,
    link,
  )

/** Accepted, and no seat is free for who did not say which kind of seat it is. */
export const lacksCollege = (to: Addressee, link: string): Message =>
  toCandidate(
    to,
    'Votre candidature est acceptée, une réponse manque',
    'Le comité a accepté votre candidature. Il donne autant de sièges à des femmes qu’à des hommes, et vous n’avez pas dit lequel vous revient. Si vous voulez bien le dire, faites-le sur votre page ; sinon, votre place est gardée et c’est au comité de décider.',
    link,
  )

/** Asked for by whoever lost the link, or by somebody else with their address. */
export const lostLink = (to: Addressee, link: string): Message =>
  toCandidate(
    to,
    'Votre page de suivi',
    'Vous demandez à retrouver la page de votre candidature. Si ce n’est pas vous, ignorez ce message : vous seul·e le recevez.',
    link,
  )

export const offered = (to: Addressee, until: Date, link: string): Message =>
  toCandidate(
    to,
    'Un siège vous est proposé',
    `Un siège s’est libéré et il vous est proposé. Acceptez-le sur votre page avant le ${day(until)} ; passé cette date, il sera proposé à la personne suivante.`,
    link,
  )

export const stillThere = (to: Addressee, until: Date, waitingDays: number, link: string): Message =>
  toCandidate(
    to,
    'Attendez-vous toujours un siège ?',
    `Voilà bientôt ${span(waitingDays)} que vous attendez un siège. Si vous le souhaitez toujours, dites-le sur votre page avant le ${day(until)} : vous gardez votre rang. Sans réponse, votre candidature prendra fin ce jour-là.`,
    link,
  )

/** Asked by the yearly round of the committee. */
export const stillThereThisYear = (to: Addressee, until: Date, link: string): Message =>
  toCandidate(
    to,
    'Attendez-vous toujours un siège ?',
    `Une fois par an, le comité demande à chacun de ses membres s’il reste, et à vous si vous attendez toujours un siège. Dites-le sur votre page avant le ${day(until)} : vous gardez votre rang. Sans réponse, votre candidature prendra fin ce jour-là.`,
    link,
  )

const kept = (days: number): string => `Ce que nous gardons de votre candidature sera effacé dans ${span(days)}.`

/** `heard`: somebody opened the vote; `accepted`: it came out well. `keptDays`: how long what is kept is kept. */
interface EndFacts {
  reason: string
  heard: boolean
  accepted: boolean
  keptDays: number
}

/** What a candidate is told at the end: kindly, never who voted what, nor that there was a veto. */
export const endMails: Record<Ending, (to: Addressee, link: string, facts: EndFacts) => Message> = {
  inadmissible: (to, link, { reason, keptDays }) =>
    toCandidate(
      to,
      'Votre candidature ne peut pas être examinée',
      `Votre candidature ne peut pas être présentée au comité, pour cette raison :\n\n« ${reason} »\n\n${kept(keptDays)}`,
      link,
    ),
  withdrawn: (to, link, { keptDays }) =>
    toCandidate(
      to,
      'Votre candidature est retirée',
      `Votre candidature est retirée, comme vous l’avez demandé. ${kept(keptDays)}`,
      link,
    ),
  not_adopted: (to, link, { keptDays }) =>
    toCandidate(
      to,
      'La réponse du comité',
      `Le comité n’a pas retenu votre candidature. Merci de l’intérêt que vous lui portez ; vous pourrez vous présenter de nouveau. ${kept(keptDays)}`,
      link,
    ),
  refused: (to, link, { keptDays }) =>
    toCandidate(
      to,
      'La réponse du comité',
      `Le comité n’a pas retenu votre candidature. Merci de l’intérêt que vous lui portez ; vous pourrez vous présenter de nouveau. ${kept(keptDays)}`,
      link,
    ),
  expired: (to, link, { heard, accepted, keptDays }) =>
    toCandidate(
      to,
      'Votre candidature prend fin',
      accepted
        ? `Votre attente d’un siège prend fin : aucun ne s’est libéré à temps, et nous n’avons pas eu votre réponse. Vous pourrez vous présenter de nouveau. ${kept(keptDays)}`
        : `${heard ? 'Trop peu de membres ont pu se prononcer sur votre candidature, même après une prolongation.' : 'Le comité n’a pas ouvert l’examen de votre candidature dans le temps prévu. Cela ne dit rien de vous.'} Vous pourrez vous présenter de nouveau. ${kept(keptDays)}`,
      link,
    ),
  lapsed: (to, link, { keptDays }) =>
    toCandidate(
      to,
      'Le siège proposé passe à la personne suivante',
      `Le siège qui vous était proposé n’a pas été accepté à temps : il passe à la personne suivante. Vous pourrez vous présenter de nouveau. ${kept(keptDays)}`,
      link,
    ),
}

/** Tells a sponsor that a question waits to be passed on, or that the candidate has answered or asked. */
export const toSponsor = (
  to: Addressee,
  candidate: string,
  what: 'asked' | 'answered' | 'asks',
  link: string,
): Message => ({
  to: to.email,
  subject: `Candidature de ${candidate}`,
  text: `Bonjour ${to.name},\n\n${
    {
      asked: `Un membre pose une question à ${candidate}. Comme vous présentez cette candidature, c’est à vous de la transmettre.`,
      answered: `${candidate} a répondu à une question du comité.`,
      asks: `${candidate} pose une question au comité. Comme vous présentez cette candidature, c’est à vous d’y répondre.`,
    }[what]
  }\n\n${link}\n\nÀ bientôt.`,
})

/** The same to who runs the committee, while nobody presents the candidacy. */
export const toRunning = (
  to: Addressee,
  candidate: string,
  what: 'asked' | 'answered' | 'asks',
  link: string,
): Message => ({
  to: to.email,
  subject: `Candidature de ${candidate}`,
  text: `Bonjour ${to.name},\n\n${
    {
      asked: `Un membre pose une question à ${candidate}. Personne ne présente encore cette candidature : transmettez la question, ou trouvez-lui un parrain ou une marraine.`,
      answered: `${candidate} a répondu à une question du comité.`,
      asks: `${candidate} pose une question au comité. Personne ne présente encore cette candidature : répondez-lui, ou trouvez-lui un parrain ou une marraine.`,
    }[what]
  }\n\n${link}\n\nÀ bientôt.`,
})

/** Tells a candidate of the admission, and the way in. */
export const welcome = (candidate: Addressee, { link, again, firstPage }: Entrance): Message => ({
  to: candidate.email,
  subject: 'Bienvenue au comité',
  text: `Bonjour ${candidate.name},\n\nLe comité a voté votre admission et un siège vous attend. ${
    again === undefined
      ? `Vous entrez avec votre compte :\n\n${link}`
      : `Pour entrer, choisissez votre mot de passe. Ce lien sert une seule fois, pendant sept jours :\n\n${link}\n\nPassé ce délai, demandez-en un autre ici :\n\n${again}`
  }\n\nUne page à lire pour commencer :\n\n${firstPage}\n\nÀ bientôt.`,
})
