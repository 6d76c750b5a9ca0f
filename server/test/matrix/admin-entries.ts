import { everywhere, type Entry } from './cases.ts'

const seats = '/api/settings/seats'
const admissions = '/api/settings/admissions'
/** As they are where nobody has changed them. */
export const ADMISSIONS = {
  days: 10,
  minDays: 7,
  rules: {
    base: 'expressed',
    threshold: { numerator: 1, denominator: 2 },
    comparator: '>',
    quorum: { numerator: 1, denominator: 2 },
    vetoLapses: true,
    lateVeto: { windowHours: 48, remainHours: 72 },
    vetoReaders: 'committee',
  },
  sponsorRequired: false,
  delays: { secondReadingWithin: 30, secondReading: 3, offer: 14, waiting: 365 },
} as const

/** What administers the installation itself. */
export const adminEntries: Record<string, Entry> = {
  'GET /api/settings/seats': everywhere('settings.manage', seats),
  'PUT /api/settings/seats': everywhere('settings.manage', seats, { body: { cap: 50, parity: 'quota' } }),
  'GET /api/settings/admissions': everywhere('settings.manage', admissions),
  'PUT /api/settings/admissions': everywhere('settings.manage', admissions, { body: ADMISSIONS }),
  'GET /api/outbox': everywhere('outbox.read', '/api/outbox'),
}
