import type { Message } from '../../mail/mail.ts'

interface Entrance {
  /** Where it leads: to choose a password, or to sign in with the account that there is. */
  link: string
  /** Where another link is asked for, when this one runs out; nothing for who has a password. */
  again: string | undefined
}

/** Tells a candidate of the admission, and the way in. */
export const welcome = (candidate: { name: string; email: string }, { link, again }: Entrance): Message => ({
  to: candidate.email,
  subject: 'Bienvenue au comité',
  text: `Bonjour ${candidate.name},\n\nLe comité a voté votre admission et un siège vous attend. ${
    again === undefined
      ? `Vous entrez avec votre compte :\n\n${link}`
      : `Pour entrer, choisissez votre mot de passe. Ce lien sert une seule fois, pendant sept jours :\n\n${link}\n\nPassé ce délai, demandez-en un autre ici :\n\n${again}`
  }\n\nÀ bientôt.`,
})
