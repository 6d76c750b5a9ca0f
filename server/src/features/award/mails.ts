import type { Message } from '../../mail/mail.ts'

/** Mails of the award: plain text, one link. */
export const mails = {
  confirm: (
    { contactName, contactEmail, title }: { contactName: string; contactEmail: string; title: string },
    edition: string,
    link: string,
  ): Message => ({
    to: contactEmail,
    subject: `Confirmez votre dossier : ${edition}`,
    text: `Bonjour ${contactName},\n\nVous déposez le dossier « ${title} » pour ${edition}. Pour le confirmer, ouvrez ce lien dans les sept jours :\n\n${link}\n\nSi ce n’est pas vous, ne faites rien : tout sera effacé.`,
  }),
  verdict: (to: { name: string; email: string }, told: Told): Message => {
    const { subject, text } = verdictOf(told)
    return { to: to.email, subject: `${subject} : ${told.edition}`, text: `Bonjour ${to.name},\n\n${text}` }
  },
  withdrawn: (to: { name: string; email: string }, { title, edition, category, reason }: Withdrawn): Message => ({
    to: to.email,
    subject: `Votre dossier est retiré : ${edition}`,
    text: `Bonjour ${to.name},\n\nVotre dossier « ${title} », que le jury de la catégorie « ${category} » avait devant lui, est retiré : il ne concourt plus pour ${edition}.\n\nRaison donnée : ${reason}\n\nLe jury continue sans lui, et il n’est dans aucun classement.`,
  }),
  erratum: (
    to: { name: string; email: string },
    { edition, version, reason, signedBy, hash, link }: Erratum,
  ): Message => ({
    to: to.email,
    subject: `Le palmarès est corrigé : ${edition}`,
    text: `Bonjour ${to.name},\n\nUn erratum au palmarès « ${edition} » vient d’être publié. C’est la version ${version}, signée par ${signedBy.join(' et ')}.\n\nRaison donnée : ${reason}\n\nAucun bulletin n’a changé, et les versions précédentes restent lisibles. Vous n’avez rien à faire. Le palmarès corrigé :\n\n${link}\n\nGardez ce message : l’empreinte de cette version est\n\n${hash}`,
  }),
}

/** A correction that is public: its version, why, by whom, and where it is read. */
export interface Erratum {
  edition: string
  version: number
  reason: string
  signedBy: readonly string[]
  hash: string
  link: string
}

/** An entry that leaves its jury, and why. */
export type Withdrawn = { title: string; edition: string; category: string; reason: string }

/** What was decided of an entry. `moved`: it takes part, elsewhere than where it was filed. */
export interface Told {
  kind: 'eligible' | 'rejected' | 'moved'
  title: string
  edition: string
  /** Where it takes part, and where it was before. */
  category: string
  before: string
  reason: string
}

const NEXT = 'Parmi les dossiers recevables, on retient maintenant ceux que le jury jugera. Vous n’avez rien à faire.'

function verdictOf({ kind, title, edition, category, before, reason }: Told): { subject: string; text: string } {
  const because = reason === '' ? '' : `\n\nRaison donnée : ${reason}`
  if (kind === 'rejected')
    return {
      subject: 'Votre dossier ne peut pas concourir',
      text: `Votre dossier « ${title} », déposé dans la catégorie « ${before} », ne peut pas concourir pour ${edition}.${because}`,
    }
  if (kind === 'moved')
    return {
      subject: 'Votre dossier change de catégorie',
      text: `Votre dossier « ${title} » est recevable pour ${edition}. Il concourt dans la catégorie « ${category} », et non dans la catégorie « ${before} ».${because}\n\n${NEXT}`,
    }
  return {
    subject: 'Votre dossier est recevable',
    text: `Votre dossier « ${title} » est recevable pour ${edition}, dans la catégorie « ${category} ».\n\n${NEXT}`,
  }
}
