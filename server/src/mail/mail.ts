export interface Message {
  to: string
  subject: string
  /** Plain text; every mail is readable without HTML. */
  text: string
}

/** Sends one mail; rejects when it was not accepted, and the job that sends tries again. */
export interface Mail {
  send(message: Message): Promise<void>
}
