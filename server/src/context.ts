import type { SiteRole } from '@cenacle/contract/person'
import type { Db } from './database/types.ts'
import type { Documents } from './documents/documents.ts'
import type { Files } from './files/files.ts'
import type { Mail } from './mail/mail.ts'

/** Who asks. An anonymous visitor is a viewer too, so that every query goes through the same rules. */
export type Viewer = Anonymous | SignedIn
export interface Anonymous {
  kind: 'anonymous'
}
export interface SignedIn {
  kind: 'person'
  id: string
  name: string
  role: SiteRole
  /** Manages people and settings; says nothing about a seat. */
  administrator: boolean
  sessionId: string
  /** When the password was last given. */
  confirmedAt: Date
}

export const anonymous: Anonymous = { kind: 'anonymous' }

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What every piece of work may touch, whoever asks. */
export interface World {
  db: Db
  now(): Date
  newId(): string
  mail: Mail
  files: Files
  documents: Documents
  /** Origin of every link that leaves the product: from the configuration, never from a request. */
  baseUrl: string
  log: Log
  /** Markdown of a post to safe HTML, with a deadline. Rejects with Problem text-too-costly. */
  renderPost(markdown: string): Promise<string>
}

/** The world as one request or job sees it. */
export interface Context extends World {
  viewer: Viewer
}

/** The same, for work that only a signed-in person can do. */
export interface PersonContext extends World {
  viewer: SignedIn
}
