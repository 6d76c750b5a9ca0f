import type { PageAnswer } from '@cenacle/contract/page'
import { http } from '../../lib/http.ts'
import { asProblem } from '../../lib/problem.ts'
import type { StopReason } from './saved-state.ts'

/**
 * Asks over HTTP whether one may still write in a page, or suggest, after its live line was refused.
 * @returns why not, `yes`, or `unknown` when there was no answer
 */
export async function mayWrite(pageId: string): Promise<StopReason | 'yes' | 'unknown'> {
  try {
    const page = await http.get<PageAnswer>(`/api/pages/${pageId}`)
    return page.can.write || page.can.comment ? 'yes' : 'read-only'
  } catch (error) {
    const status = asProblem(error)?.status
    if (status === 401) return 'signed-out'
    return status === 403 || status === 404 ? 'gone' : 'unknown'
  }
}
