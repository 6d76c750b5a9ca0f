import type { SpaceKind, SpaceRole } from '@cenacle/contract/space'
import type { SiteRole } from '@cenacle/contract/person'
import type { Viewer } from '../context.ts'

/** Roles in a space from least to most; each includes those before it. */
export const roleOrder = ['reader', 'commenter', 'writer', 'facilitator'] as const satisfies readonly SpaceRole[]
export const rankOf = (role: SpaceRole | null | undefined): number => (role ? roleOrder.indexOf(role) + 1 : 0)
export const roleOfRank = (rank: number): SpaceRole | null => roleOrder[rank - 1] ?? null
/** True when `role` includes `least`. */
export const atLeast = (role: SpaceRole | null | undefined, least: SpaceRole): boolean => rankOf(role) >= rankOf(least)

/** Whom an implicit role is given to: the role in the installation, or nobody in particular. */
export type Standing = SiteRole | 'anonymous'
export const standingsOf = (viewer: Viewer): Standing[] =>
  viewer.kind === 'anonymous' ? ['anonymous'] : viewer.administrator ? [viewer.role, 'administrator'] : [viewer.role]

type Rule = Partial<Record<Standing, SpaceRole>>

/**
 * Roles that nobody has to be given, by kind of space and whether it is open. What is not here is invisible.
 * The SQL of `visibleTo` is made from this same table.
 */
export const implicitRoles: Record<SpaceKind, { open: Rule; closed: Rule }> = {
  committee: both({ member: 'writer', ambassador: 'commenter', administrator: 'facilitator' }),
  team: { open: { member: 'reader' }, closed: {} },
  loop: { open: { member: 'writer', ambassador: 'commenter', administrator: 'writer' }, closed: {} },
  workshop: both({ member: 'reader', administrator: 'facilitator' }),
  public: both({
    anonymous: 'reader',
    guest: 'reader',
    candidate: 'reader',
    ambassador: 'reader',
    member: 'commenter',
    administrator: 'facilitator',
  }),
}

function both(rule: Rule): { open: Rule; closed: Rule } {
  return { open: rule, closed: rule }
}

/** The role that a viewer has in a space without being named in it. */
export function implicitRole(viewer: Viewer, space: { kind: SpaceKind; open: boolean }): SpaceRole | null {
  const rule = implicitRoles[space.kind][space.open ? 'open' : 'closed']
  return roleOfRank(Math.max(0, ...standingsOf(viewer).map((standing) => rankOf(rule[standing]))))
}
