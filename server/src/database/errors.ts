import type { ProblemCode } from '@cenacle/contract/problems'

/** SQLSTATE of an error of either dialect, if it has one. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

const CALLER_FAULT = ['22021', '22P02', '22P05', '22003', '22008', '22009', '22025', '42601', '54000', '54001']
const UNAVAILABLE = ['40001', '40P01', '57014', '57P01', '57P02', '57P03', '53300', '25P03', '55P03']
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT']

/**
 * The safety net under validation: what the database refused, as a problem. Every hit of a `22…` state is a gap in a
 * schema and is logged as one.
 */
export function problemOfSqlError(error: unknown): ProblemCode | undefined {
  const state = sqlState(error)
  if (state === '23505') return 'conflict'
  if (state === '23503') return 'not-found'
  if (state === '23514' && constraintOf(error) === 'seat_under_vote') return 'seat-under-vote'
  if (state === '23514' && constraintOf(error) === 'seat_quota') return 'no-seat-left'
  // An answer that met the end of a poll, and a correction that met its first answer.
  if (state === '23514' && constraintOf(error) === 'poll_open') return 'poll-closed'
  if (state === '23514' && constraintOf(error) === 'poll_frozen') return 'poll-frozen'
  if (state === '23514' && constraintOf(error) === 'college_quota') return 'college-full'
  // A seat that went to somebody else at this very moment.
  if (state === '23514' && String(constraintOf(error)).startsWith('admission_')) return 'conflict'
  if (state === '53100') return 'storage-full'
  if (state && (CALLER_FAULT.includes(state) || state.startsWith('2201'))) return 'invalid'
  if (state && (UNAVAILABLE.includes(state) || state.startsWith('08'))) return 'unavailable'
  if (error instanceof Error && isConnectionTrouble(error)) return 'unavailable'
  return undefined
}

const constraintOf = (error: unknown): unknown =>
  error instanceof Error && 'constraint' in error ? error.constraint : undefined

function isConnectionTrouble(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string' && NETWORK.includes(error.code) && 'syscall' in error)
    return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
}
