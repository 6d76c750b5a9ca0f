import type { admin as fr } from '../fr/admin.ts'
import type { Translated } from '../message.ts'

export const admin: Translated<typeof fr> = {
  'admin.inviteTitle': 'Whom to bring in?',
  'admin.inviteLede':
    'The person receives a link, makes an account and comes in. The link works once, for seven days, for this address only.',
  'admin.inviteEmail': 'E-mail address',
  'admin.inviteAs': 'They come in as',
  'admin.inviteAs.member': 'Committee member',
  'admin.inviteAs.memberHint':
    'With a seat, without a vote or a check of parity: for when the committee is founded. Later, prefer a candidacy.',
  'admin.inviteAs.ambassador': 'Ambassador',
  'admin.inviteAs.ambassadorHint': 'Reads and talks, without a seat.',
  'admin.invited': 'The invitation of {email} is recorded.',
  'admin.inviteAct': 'Invite',
  'admin.aside': 'You administer this committee: accounts, invitations, seats.',
  'admin.open': 'Open the administration',
}
