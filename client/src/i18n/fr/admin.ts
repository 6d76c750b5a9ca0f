import type { Dictionary } from '../message.ts'

export const admin = {
  'admin.inviteTitle': 'Qui faire entrer ?',
  'admin.inviteLede':
    'La personne reçoit un lien, crée son compte et entre. Le lien sert une seule fois, pendant sept jours, pour cette adresse seulement.',
  'admin.inviteEmail': 'Adresse électronique',
  'admin.inviteAs': 'Elle entre comme',
  'admin.inviteAs.member': 'Membre du comité',
  'admin.inviteAs.memberHint':
    'Avec un siège, sans vote ni contrôle de la parité : pour la création du comité. Ensuite, préférez la candidature.',
  'admin.inviteAs.ambassador': 'Ambassadrice ou ambassadeur',
  'admin.inviteAs.ambassadorHint': 'Lit et discute, sans siège.',
  'admin.invited': 'L’invitation de {email} est enregistrée.',
  'admin.inviteAct': 'Inviter',
  'admin.aside': 'Vous administrez ce comité : comptes, invitations, sièges.',
  'admin.open': 'Ouvrir l’administration',
} as const satisfies Dictionary
