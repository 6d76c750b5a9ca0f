import { z } from 'zod'
import { parityMode } from './admin.ts'
import { listOf } from './paging.ts'
import { personCard } from './person.ts'
import { optionalLine } from './text.ts'

/** The committee: who is in it, and how many seats there are. Of the colleges, the totals alone: nobody's own is ever told. */

/** A team of which somebody is, as far as the viewer may see it. */
export const personTeam = z.object({ slug: z.string(), name: z.string() })
/** A card of the directory. */
export const colleague = personCard.extend({ teams: z.array(personTeam) })
export type Colleague = z.infer<typeof colleague>
/** Of whom the directory tells: who has a seat, and who stayed without one. */
export const committeeRole = z.enum(['member', 'ambassador'])

export const directoryQuery = z.strictObject({
  q: optionalLine(100).optional(),
  role: committeeRole.optional(),
  /** The slug of a team. */
  team: z
    .string()
    .regex(/^[0-9a-z-]{1,80}$/i)
    .optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type DirectoryQuery = z.infer<typeof directoryQuery>
export const directoryAnswer = listOf(colleague)

const counts = z.object({ women: z.number().int(), men: z.number().int(), undeclared: z.number().int() })

/** Seats, parity and the waiting list, as everybody of the committee sees them. */
export const seatsPicture = z.object({
  cap: z.number().int(),
  parity: parityMode,
  difference: z.number().int(),
  /** Seats of each college; null where parity is only shown. With an odd cap, one seat stays empty. */
  quota: z.number().int().nullable(),
  seated: counts,
  /** Seats that somebody was offered and has not accepted yet. */
  offered: counts,
  /** Seats that nobody has, and that are on offer to nobody, of all colleges together. */
  free: z.number().int(),
  ambassadors: z.number().int(),
  waiting: counts,
  /**
   * Who waits, in the order of the list; null for those whom admissions do not concern. Without any college; the rank is the one
   * that the candidate reads: in the college where parity binds.
   */
  list: z
    .array(
      z.object({ candidacyId: z.string(), name: z.string(), rank: z.number().int().nullable(), since: z.string() }),
    )
    .nullable(),
  /** The teams that the viewer may look for. */
  teams: z.array(personTeam),
})
export type SeatsPicture = z.infer<typeof seatsPicture>
