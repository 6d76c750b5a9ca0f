import type { Message } from '../../mail/mail.ts'

const frenchDate = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })

/** Mails that open a space to somebody. */
export const mails = {
  invitation: (to: string, by: string, where: string, link: string, until: Date): Message => ({
    to,
    subject: `${by} vous invite : ${where}`,
    text: `Bonjour,\n\n${by} vous invite à rejoindre « ${where} ».\n\nPour créer votre compte, suivez ce lien. Il sert une seule fois, jusqu’au ${frenchDate.format(until)} :\n\n${link}\n\nSi vous ne connaissez pas cette personne, ignorez ce message.`,
  }),
  added: (person: { email: string; name: string }, by: string, where: string, link: string): Message => ({
    to: person.email,
    subject: `${by} vous ouvre « ${where} »`,
    text: `Bonjour ${person.name},\n\n${by} vous ouvre « ${where} ». Vous y entrez avec votre compte :\n\n${link}`,
  }),
}
