import type { DemoCollege, DemoPerson, DemoRole } from '../content.ts'

/** Key, name, job title, employer. */
export type PersonRow = readonly [key: string, name: string, headline: string, employer: string]

/**
 * Turns rows into people of one role and one college; the address is made of the key.
 * @param role what they are in the installation
 * @param college for the parity of the committee
 * @param rows one line a person
 */
export function people(role: DemoRole, college: DemoCollege, rows: readonly PersonRow[]): DemoPerson[] {
  return rows.map(([key, name, headline, employer]) => ({
    key,
    name,
    email: `${key}@demo.example`,
    role,
    college,
    employer,
    headline,
  }))
}
