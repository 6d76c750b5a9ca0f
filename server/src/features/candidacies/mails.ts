import type { Message } from '../../mail/mail.ts'

/** Tells a candidate of the admission; the account has no password until its owner asks for a link to choose one. */
export const welcome = (candidate: { name: string; email: string }, baseUrl: string): Message => ({
  to: candidate.email,
  subject: 'Bienvenue au comité',
  text: `Bonjour ${candidate.name},\n\nLe comité a voté votre admission et un siège vous attend. Pour entrer, choisissez votre mot de passe :\n\n${baseUrl}/mot-de-passe\n\nÀ bientôt.`,
})
