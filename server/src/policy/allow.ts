import type { ProblemCode } from '@cenacle/contract/problems'
import type { Viewer } from '../context.ts'
import { Problem } from '../problem.ts'

/** Goes on only when a policy says yes. @throws Problem, `forbidden` unless said otherwise */
export function allow(verdict: boolean, code: ProblemCode = 'forbidden'): asserts verdict {
  if (!verdict) throw new Problem(code)
}

/** What a viewer may not know of: 401 to a visitor who could sign in, the same 404 as an unknown id to all others. */
export const hidden = (viewer: Viewer): Problem =>
  new Problem(viewer.kind === 'anonymous' ? 'sign-in-required' : 'not-found')
