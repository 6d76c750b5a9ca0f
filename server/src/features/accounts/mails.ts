import type { Message } from '../../mail/mail.ts'
import type { PersonRow } from './present.ts'

type Addressee = Pick<PersonRow, 'email' | 'name'>

/** Every mail about accounts: plain text, one link, and what to do when one asked for nothing. */
export const mails = {
  reset: (person: Addressee, link: string): Message => ({
    to: person.email,
    subject: 'Choisir un nouveau mot de passe',
    text: `Bonjour ${person.name},\n\nVous avez demandé un nouveau mot de passe. Ce lien sert une seule fois, pendant une heure :\n\n${link}\n\nSi vous n’avez rien demandé, ignorez ce message : votre mot de passe ne change pas.`,
  }),
  noAccount: (email: string, baseUrl: string): Message => ({
    to: email,
    subject: 'Aucun compte à cette adresse',
    text: `Bonjour,\n\nQuelqu’un a demandé un nouveau mot de passe pour cette adresse sur ${baseUrl}, où elle n’a pas de compte. Si c’était vous, essayez l’adresse à laquelle vous avez été invité·e.`,
  }),
  manyFailures: (person: Addressee, baseUrl: string): Message => ({
    to: person.email,
    subject: 'Dix essais de connexion ont échoué',
    text: `Bonjour ${person.name},\n\nDix mots de passe erronés ont été essayés pour votre compte sur ${baseUrl}. Les essais suivants attendent de plus en plus longtemps. Si ce n’était pas vous, il n’y a rien à faire, sauf si votre mot de passe sert aussi ailleurs : changez-le alors.`,
  }),
}
