import type { Dictionary } from '../message.ts'

export const admin = {
  'admin.places': 'Parties de l’administration',
  'admin.people': 'Personnes',
  'admin.invitations': 'Invitations',
  'admin.seats': 'Sièges',
  'admin.mails': 'Courriels',
  'admin.peopleTitle': 'Qui fait partie du comité, et comment ?',
  'admin.peopleLede':
    'Les rôles et les accès. Ce que chaque personne écrit reste à elle, et chaque changement est inscrit au registre.',
  'admin.find': 'Chercher un nom, un employeur, une adresse',
  'admin.peopleList': 'Personnes de l’installation',
  'admin.nobody': 'Personne ne correspond.',
  'admin.you': 'Vous',
  'admin.administers': 'Administre',
  'admin.suspended': 'Suspendu·e',
  'admin.changeRole': 'Changer le rôle',
  'admin.roleTitle': 'Quel rôle pour {name} ?',
  'admin.role': 'Rôle',
  'admin.roleAct': 'Changer le rôle',
  'admin.roleChanged': 'Le rôle de {name} est changé.',
  'admin.roleHint.member':
    'Un siège, une voix, le droit de veto. Le nombre de sièges et la parité ne sont pas vérifiés ici : préférez la candidature.',
  'admin.roleHint.ambassador':
    'Lit et discute, sans voter sur les admissions. Un siège se libère, la personne suivante le prend, et ses vetos en cours deviennent sans effet.',
  'admin.roleHint.guest':
    'Ne voit que les espaces où elle est nommée. Son siège se libère et ses vetos en cours deviennent sans effet.',
  'admin.roleHint.administrator':
    'Gère les comptes et les réglages, sans siège ni voix. Son siège se libère et ses vetos en cours deviennent sans effet.',
  'admin.give': 'Donner l’administration',
  'admin.giveTitle': 'Donner l’administration à {name} ?',
  'admin.giveHelp':
    'Cette personne pourra inviter, changer les rôles, suspendre des comptes et lire les courriels gardés ici. Cela ne lui donne ni siège ni voix de plus.',
  'admin.given': '{name} administre aussi le comité.',
  'admin.take': 'Retirer l’administration',
  'admin.takeTitle': 'Retirer l’administration à {name} ?',
  'admin.takeHelp': 'Cette personne garde son rôle et ses espaces. Elle ne gère plus les comptes ni les réglages.',
  'admin.taken': '{name} n’administre plus le comité.',
  'admin.suspend': 'Suspendre',
  'admin.suspendTitle': 'Suspendre {name} ?',
  'admin.suspendHelp':
    'L’accès se ferme aussitôt, sur tous ses appareils. Ce que cette personne a écrit reste, et un membre garde son siège ; mais ses vetos en cours deviennent sans effet, même si vous la rétablissez ensuite.',
  'admin.isSuspended': '{name} est suspendu·e.',
  'admin.restore': 'Rétablir',
  'admin.restoreTitle': 'Rétablir {name} ?',
  'admin.restoreHelp':
    'Cette personne pourra de nouveau se connecter, avec le même rôle et les mêmes espaces. Les vetos tombés avec la suspension ne reviennent pas.',
  'admin.restored': '{name} peut de nouveau entrer.',
  'admin.inviteTitle': 'Qui voulez-vous faire entrer ?',
  'admin.inviteLede':
    'La personne reçoit un lien, crée son compte et entre. Le lien sert une seule fois, pendant sept jours, pour cette adresse seulement.',
  'admin.inviteEmail': 'Adresse électronique',
  'admin.inviteAs': 'Elle entre comme',
  'admin.inviteAs.member': 'Membre du comité',
  'admin.inviteAs.memberHint':
    'Avec un siège, sans vote ni contrôle de la parité : pour la création du comité. Ensuite, préférez la candidature.',
  'admin.inviteAs.ambassador': 'Ambassadeur, ambassadrice',
  'admin.inviteAs.ambassadorHint': 'Lit et discute, sans siège.',
  'admin.inviteAct': 'Inviter',
  'admin.seatsTitle': 'Combien de sièges, et quelle parité ?',
  'admin.seated': { one: '{count} siège occupé', other: '{count} sièges occupés' },
  'admin.seatedOf': '{women} femmes, {men} hommes, {undeclared} sans réponse.',
  'admin.seatsLede':
    'Personne ne perd son siège si vous en réduisez le nombre. Si vous l’augmentez, la liste d’attente est reprise aussitôt, dans l’ordre des acceptations.',
  'admin.cap': 'Nombre de sièges',
  'admin.parity': 'Parité à l’admission',
  'admin.parity.quota': 'La moitié des sièges à chaque collège',
  'admin.parity.quotaHint': 'Quand la moitié est atteinte, les personnes suivantes attendent qu’un siège se libère.',
  'admin.parity.tolerance': 'La moitié au plus, et un écart limité',
  'admin.parity.toleranceHint':
    'Une admission attend aussi tant qu’elle creuserait l’écart au-delà de ce que vous fixez.',
  'admin.parity.shown': 'Affichée seulement',
  'admin.parity.shownHint': 'Seul le nombre de sièges compte.',
  'admin.difference': 'Écart admis après une admission, en personnes',
  'admin.seatsSaved': 'Les sièges et la parité sont enregistrés.',
  'admin.mailsTitle': 'Les courriels qui attendent ici',
  'admin.mailsLede':
    'Aucun serveur de courriel n’est réglé : rien ne part. Transmettez vous-même chaque lien à la personne à qui il est destiné, et à elle seule.',
  'admin.mailsWarning':
    'Certains liens ouvrent un compte. Chaque lecture de cette page est inscrite au registre d’audit.',
  'admin.mailsList': 'Courriels gardés',
  'admin.mailTo': 'Pour {to}',
  'admin.mailsNone': 'Aucun courriel pour le moment',
  'admin.mailsNoneHelp':
    'Les invitations et les liens de mot de passe apparaissent ici quelques secondes après leur demande.',
  'admin.mailsLeave': 'Les courriels partent',
  'admin.mailsLeaveHelp': 'Un serveur de courriel est réglé : rien n’est gardé ici.',
  'admin.copy': 'Copier le lien',
  'admin.copyFor': 'Copier le lien pour {to}',
  'admin.copied': 'Lien copié. Transmettez-le à {to}.',
  'admin.notCopied': 'Le lien n’a pas pu être copié : sélectionnez-le dans le texte.',
  'admin.aside': 'Vous administrez ce comité : comptes, invitations, sièges.',
  'admin.open': 'Ouvrir l’administration',
} as const satisfies Dictionary
