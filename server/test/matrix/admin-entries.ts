import { everywhere, type Entry } from './cases.ts'

const seats = '/api/settings/seats'

/** What administers the installation itself. */
export const adminEntries: Record<string, Entry> = {
  'GET /api/settings/seats': everywhere('settings.manage', seats),
  'PUT /api/settings/seats': everywhere('settings.manage', seats, { body: { cap: 50, parity: 'quota' } }),
  'GET /api/outbox': everywhere('outbox.read', '/api/outbox'),
}
