import { matrix, type Action } from '../../src/policy/matrix.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import type { SpaceFacts } from '../../src/policy/space.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'
import type { Outcome } from './outcome.ts'

/** One request of one actor, with what the policies say of it. */
export interface Case {
  /** What is asked for, in words; `unknown` is an id that nothing has. */
  target: string
  url: string
  body?: unknown
  headers?: Record<string, string>
  expected: Outcome
  /** The row that judges it, where it is not the route's own: admissions share their routes with other votes. */
  row?: Action
  /** Opens a socket instead. */
  socket?: boolean
  before?(): Promise<unknown>
  /** Undoes what an allowed request changed, so that those after it find what they expect. */
  after?(): Promise<unknown>
}

/** What one route is asked by one actor. */
export type Entry = (i: Installation, actor: Actor) => Case[] | Promise<Case[]>

const isVisitor = (i: Installation, actor: Actor): boolean => i.viewerOf(actor).kind === 'anonymous'
export const hiddenTo = (i: Installation, actor: Actor): Outcome => (isVisitor(i, actor) ? 'sign-in' : 'hidden')

/** By rule of the policy, once the viewer knows of the thing; a visitor is first asked to sign in where the row says so. */
export function judge(i: Installation, actor: Actor, access: Action, sees: boolean, may: boolean): Outcome {
  if (isVisitor(i, actor) && matrix[access].cells.anonymous === '401') return 'sign-in'
  if (!sees) return hiddenTo(i, actor)
  return may ? 'allowed' : 'forbidden'
}

/** The same answer for everybody in a column: rows without `s`, `o` and `p`. */
export const everywhere =
  (access: Action, url: string, rest: Partial<Case> = {}): Entry =>
  (i, actor) => {
    const column = actor === 'suspended' ? 'anonymous' : actor
    const cell = matrix[access].cells[column]
    const expected =
      ({ '401': 'sign-in', '✗': 'forbidden', '·': 'hidden' } as const)[cell as '401' | '✗' | '·'] ?? 'allowed'
    return [{ target: 'the installation', url, expected, ...rest }]
  }

export const nowhere: Place = {
  name: 'unknown',
  id: UNKNOWN_ID,
  kind: 'loop',
  open: false,
  named: new Map(),
  topicId: UNKNOWN_ID,
  pageId: UNKNOWN_ID,
  fileKey: 'f'.repeat(40),
  decisionId: UNKNOWN_ID,
  draftId: UNKNOWN_ID,
}

type Asked = Omit<Case, 'target' | 'expected'>
export interface InPlace {
  access: Action
  request: (place: Place, i: Installation, actor: Actor) => Asked | Promise<Asked>
  /** Given that the viewer reads the space. */
  may: (facts: SpaceFacts, i: Installation, actor: Actor, place: Place) => boolean
  /** Cases besides one per space and the unknown id. */
  also?: Entry
}

/** One case per space, and one for an id that nothing has. */
export const inPlaces =
  ({ access, request, may, also }: InPlace): Entry =>
  async (i, actor) => {
    const cases: Case[] = []
    for (const place of i.places) {
      const facts = i.factsOf(actor, place)
      const asked = await request(place, i, actor)
      const sees = spacePolicy.read(facts)
      const expected = judge(i, actor, asked.row ?? access, sees, sees && may(facts, i, actor, place))
      cases.push({ target: place.name, ...asked, expected })
    }
    const asked = await request(nowhere, i, actor)
    cases.push({ target: 'unknown', ...asked, expected: hiddenTo(i, actor) })
    return also ? [...cases, ...(await also(i, actor))] : cases
  }
