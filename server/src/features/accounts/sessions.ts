import { sql } from 'kysely'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import type { SiteRole } from '@cenacle/contract/person'
import type { Db } from '../../database/types.ts'
import { IDLE_DAYS } from '../../http/cookies.ts'
import { sha256 } from '../../ids.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessionsOn>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: PersonAttributes
  }
}

interface SessionAttributes {
  /** The stored hash: what names a session to its owner without being a key. */
  hash: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  confirmedAt: Date
}
interface PersonAttributes {
  name: string
  role: SiteRole
  administrator: boolean
}

/** Lucia on our tables. Its session id is the cookie; what is stored is only the SHA-256 of it (docs/decisions/0001). */
export const sessionsOn = (db: Db) =>
  new Lucia(kyselyAdapter(db), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })

function kyselyAdapter(db: Db): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .select([
          'session.id',
          'session.person_id',
          'session.device',
          'session.created_at',
          'session.last_seen_at',
          'session.confirmed_at',
          'session.expires_at',
        ])
        .select(['person.name', 'person.role', 'person.is_administrator', 'person.suspended_at'])
        .where('session.id', '=', sha256(token))
        .where('session.created_at', '>', sql<Date>`now() - interval '30 days'`)
        .executeTakeFirst()
      if (!row || row.suspended_at) return [null, null]
      const user = {
        id: row.person_id,
        attributes: { name: row.name, role: row.role, administrator: row.is_administrator },
      }
      return [asSession(row, token), user]
    },
    async getUserSessions(personId) {
      const rows = await db.selectFrom('session').selectAll().where('person_id', '=', personId).execute()
      return rows.map((row) => asSession(row, row.id))
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { device, createdAt, lastSeenAt, confirmedAt } = attributes
      const row = {
        id: sha256(id),
        person_id: userId,
        device,
        created_at: createdAt,
        last_seen_at: lastSeenAt,
        confirmed_at: confirmedAt,
        expires_at: expiresAt,
      }
      await db.insertInto('session').values(row).execute()
    },
    async updateSessionExpiration(token, expiresAt) {
      await db.updateTable('session').set({ expires_at: expiresAt }).where('id', '=', sha256(token)).execute()
    },
    async deleteSession(token) {
      await db.deleteFrom('session').where('id', '=', sha256(token)).execute()
    },
    async deleteUserSessions(personId) {
      await db.deleteFrom('session').where('person_id', '=', personId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute()
    },
  }
}

interface SessionRow {
  id: string
  person_id: string
  device: string
  created_at: Date
  last_seen_at: Date
  confirmed_at: Date
  expires_at: Date
}

const asSession = (row: SessionRow, id: string): DatabaseSession => ({
  id,
  userId: row.person_id,
  expiresAt: row.expires_at,
  attributes: {
    hash: row.id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    confirmedAt: row.confirmed_at,
  },
})
