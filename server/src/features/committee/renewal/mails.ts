import type { Message } from '../../../mail/mail.ts'

const date = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })

interface Addressee {
  name: string
  email: string
}

const when = (at: Date): string => `${date.format(at)} (heure de Paris)`

const question = (link: string, closesAt: Date): string =>
  `Trois réponses sont possibles : garder votre siège, devenir ambassadeur ou ambassadrice, ou quitter le comité. Vous pouvez changer d’avis jusqu’au ${when(closesAt)}. Personne ne voit votre réponse avant.\n\n${link}`

/** Mails of the yearly renewal: plain text, one link. */
export const mails = {
  opened: ({ name, email }: Addressee, link: string, closesAt: Date): Message => ({
    to: email,
    subject: 'Renouvellement : gardez-vous votre siège ?',
    text: `Bonjour ${name},\n\nLe renouvellement annuel du comité est ouvert. ${question(link, closesAt)}`,
  }),
  reminder: ({ name, email }: Addressee, link: string, closesAt: Date, days: number): Message => ({
    to: email,
    subject: `Renouvellement : encore ${days} jours pour répondre`,
    text: `Bonjour ${name},\n\nVous n’avez pas encore répondu au renouvellement du comité. ${question(link, closesAt)}`,
  }),
  ambassador: ({ name, email }: Addressee, link: string): Message => ({
    to: email,
    subject: 'Vous voilà ambassadeur ou ambassadrice du comité',
    text: `Bonjour ${name},\n\nLe renouvellement est clos : votre siège est libéré, et vous restez parmi nous. Vous lisez et discutez comme avant, sans voter sur les admissions.\n\n${link}\n\nMerci pour tout ce que vous avez apporté.`,
  }),
  heir: ({ name, email }: Addressee, space: string, link: string): Message => ({
    to: email,
    subject: `Vous animez maintenant « ${space} »`,
    text: `Bonjour ${name},\n\nLa personne qui animait « ${space} » quitte le comité. Vous y écrivez depuis le plus longtemps : vous pouvez maintenant y inviter, changer les rôles et passer la main à quelqu’un d’autre.\n\n${link}`,
  }),
  goodbye: ({ name, email }: Addressee): Message => ({
    to: email,
    subject: 'Votre départ du comité',
    text: `Bonjour ${name},\n\nLe renouvellement est clos : votre siège est libéré et votre accès est fermé. Ce que vous avez écrit reste, sous votre nom. Si vous avez changé d’avis, écrivez à l’administration du comité.\n\nMerci pour tout ce que vous avez apporté.`,
  }),
}
