import type { DemoPerson } from './content.ts'
import { crisisGuests, ecosystemGuests, machineGuests, plainLanguageGuests } from './people/guests.ts'
import { administrators, ambassadors, members } from './people/members.ts'

export const demoPeople: DemoPerson[] = [
  ...members,
  ...administrators,
  ...ambassadors,
  ...crisisGuests,
  ...ecosystemGuests,
  ...plainLanguageGuests,
  ...machineGuests,
]
