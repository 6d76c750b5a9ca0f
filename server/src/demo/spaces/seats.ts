import type { DemoPerson, DemoSeat, DemoSpaceRole } from '../content.ts'

/** Seats of one role for these people. */
export const seats = (role: DemoSpaceRole, keys: readonly string[]): DemoSeat[] => keys.map((key) => ({ key, role }))
/** Seats of one role for all these people. */
export const all = (role: DemoSpaceRole, people: readonly DemoPerson[]): DemoSeat[] =>
  people.map(({ key }) => ({ key, role }))
