import { sql } from 'kysely'

/**
 * Of a ballot `b` with its place `r` on the roll: when it lapsed as a veto by the clock, with an access to the space until a date,
 * and no writer has noted it yet; else null.
 */
export const LAPSED_BY_THE_CLOCK = sql<Date | null>`(select sp.until
  from vote v join space_person sp on sp.space_id = v.space_id and sp.person_id = r.person_id
  where v.id = b.vote_id and b.choice = 'veto' and b.lapsed_at is null and v.settled_at is null
    and (v.rules ->> 'vetoLapses')::boolean and sp.until <= least(cenacle_clock(), v.closes_at)
    and not has_voice(r.person_id, v.id))`

/** When a veto lapsed, noted or not: what is shown and counted now is what will be written. */
export const LAPSED_AT = sql<Date | null>`coalesce(b.lapsed_at, ${LAPSED_BY_THE_CLOCK})`
