import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { pino, type DestinationStream, type Logger } from 'pino'
import { type Collab, openCollab } from './collab/collab.ts'
import type { Config } from './config.ts'
import type { World } from './context.ts'
import { openPGlite, openPostgres, type Database } from './database/open.ts'
import { openDocuments } from './documents/documents.ts'
import { followEvents, type EventTail } from './events/tail.ts'
import { liveSockets, type LiveSockets } from './events/live-sockets.ts'
import { refreshTexts } from './features/wiki/fresh.ts'
import { exactSeqs } from './features/wiki/history-names.ts'
import { expelFromGone, tellPresence } from './features/wiki/live.ts'
import { keepRecovered } from './features/wiki/recovered.ts'
import { suggestionGuard } from './features/wiki/suggestion-seat.ts'
import { diskFiles } from './files/disk.ts'
import type { Files } from './files/files.ts'
import type { CookieOptions } from './http/cookies.ts'
import { uuidv7 } from './ids.ts'
import type { Mail } from './mail/mail.ts'
import { outboxMail } from './mail/outbox.ts'
import { smtpMail } from './mail/smtp.ts'
import { createRenderer, type Renderer } from './render.ts'

/** Everything that lives as long as the process; what main.ts opens and closes. */
export interface Deps {
  config: Config
  database: Database
  world: World
  log: Logger
  tail: EventTail
  sockets: LiveSockets
  renderer: Renderer
  /** Stop it before the HTTP server closes its sockets: it commits what is there and tells everybody to come back. */
  collab: Collab
  cookies: CookieOptions
  clientRoot: string
  /** Multiplies every rate limit: 1 in production, more in tests that walk over every route. */
  rateScale: number
  /** Closes in reverse order of opening, the database last. */
  close(): Promise<void>
}

export interface Overrides {
  database?: Database
  now?: () => Date
  mail?: Mail
  files?: Files
  rateScale?: number
}

const REDACT = [
  '*.password',
  '*.next',
  '*.current',
  '*.token',
  '*.reason',
  '*.choice',
  'req.headers.cookie',
  'req.headers.authorization',
]

/** @param lines where they go; standard output when not said */
export const createLogger = (level: string, lines: DestinationStream = pino.destination(1)): Logger =>
  pino({ level, redact: { paths: REDACT, censor: '…' }, serializers: { error: pino.stdSerializers.err } }, lines)

export const openDatabase = (config: Config): Promise<Database> =>
  config.databaseUrl ? Promise.resolve(openPostgres(config.databaseUrl)) : openPGlite(config.dataDir)

/** Opens all that the server stands on. The database must be migrated. */
export async function openDeps(config: Config, log: Logger, overrides: Overrides = {}): Promise<Deps> {
  const database = overrides.database ?? (await openDatabase(config))
  const now = overrides.now ?? (() => new Date())
  const tail = await followEvents(database, log)
  const sockets = liveSockets(tail, now)
  const renderer = createRenderer()
  const documents = openDocuments()
  const mail =
    overrides.mail ??
    (config.smtpUrl
      ? smtpMail(config.smtpUrl, config.mailFrom)
      : outboxMail(join(config.dataDir, 'outbox'), config.mailFrom, now))
  const world: World = {
    db: database.db,
    now,
    newId: () => uuidv7(now().getTime()),
    mail,
    files: overrides.files ?? diskFiles(join(config.dataDir, 'files')),
    documents,
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
    log,
    renderPost: (markdown) => renderer.renderPost(markdown),
  }
  const collab = openCollab({
    database,
    now,
    log,
    onChanged: (pageId, seq, doc) => refreshTexts(world, collab.rooms, pageId, { seq, doc }),
    onLost: (pageId, losses) => keepRecovered(world, pageId, losses),
    guardOf: suggestionGuard,
    versionsOf: (pageId) => exactSeqs(database.db, pageId),
  })
  const stopWiki = [expelFromGone(world, tail, collab.rooms), tellPresence(world, collab.rooms)]
  return {
    config,
    database,
    world,
    log,
    tail,
    sockets,
    renderer,
    collab,
    cookies: { secure: config.baseUrl?.startsWith('https:') ?? false },
    clientRoot: fileURLToPath(new URL('../../client/dist', import.meta.url)),
    rateScale: overrides.rateScale ?? 1,
    async close() {
      for (const stop of stopWiki) stop()
      await collab.stop()
      sockets.stop()
      tail.stop()
      await renderer.close()
      await documents.close()
      await database.listener.stop()
      await database.close()
    },
  }
}
