import type { Message } from '../../mail/mail.ts'

/** To the author of a vote that was to open by itself and could not. @param why in whole sentences */
export const notOpened = (
  author: { name: string; email: string },
  question: string,
  why: string,
  link: string,
): Message => ({
  to: author.email,
  subject: `Le vote n’a pas pu s’ouvrir : ${question}`,
  text: `Bonjour ${author.name},\n\nLe vote « ${question} » devait s’ouvrir et n’a pas pu l’être. ${why}\n\nIl est redevenu un brouillon, que vous pouvez corriger et ouvrir :\n\n${link}`,
})
