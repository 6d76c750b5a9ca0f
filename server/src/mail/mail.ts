export interface Message {
  to: string
  subject: string
  /** Plain text; every mail is readable without HTML. */
  text: string
}

/** A mail that stayed here. */
export interface KeptMail extends Message {
  id: string
  at: Date
}

/** Sends one mail; rejects when it was not accepted, and the job that sends tries again. */
export interface Mail {
  send(message: Message): Promise<void>
  /** The last mails, newest first, where they stay here instead of leaving: no mail server is configured. */
  kept?(most: number): Promise<KeptMail[]>
  /** Where mails stay here: forgets those that came before an instant. */
  forget?(before: Date): Promise<void>
}
