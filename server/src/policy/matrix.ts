/**
 * Who may do what: the table of rights as data. Every route names one row; docs/permissions.md, the tests of the
 * policies and the run over HTTP are generated from it, and a route without a row does not start.
 *
 * Cells: `✔` yes · `✗` 403 · `·` hidden, the same 404 as an unknown id · `401` sign in first · `s` by the role in the
 * space concerned, otherwise hidden · `o` one's own, otherwise hidden · `p` when the space is public, otherwise 401.
 * What a viewer may not know of is hidden in every column, whatever the cell; somebody suspended is a visitor.
 */
export const columns = [
  'anonymous',
  'candidate',
  'guest',
  'facilitator',
  'team',
  'ambassador',
  'member',
  'administrator',
] as const
export type Column = (typeof columns)[number]
/** How the heads of the table read; a co-pilot and a team's person are members, each in their own space. */
export const columnTitles: Record<Column, string> = {
  anonymous: 'visite',
  candidate: 'candidat·e',
  guest: 'invité·e d’un atelier',
  facilitator: 'co-pilote d’un atelier',
  team: 'membre d’une équipe',
  ambassador: 'ambassadeur·rice',
  member: 'membre',
  administrator: 'administration',
}
export type Cell = '✔' | '✗' | '·' | '401' | 's' | 'o' | 'p'
export interface Row {
  title: string
  cells: Record<Column, Cell>
}

function row(title: string, cells: string): Row {
  const list = cells.trim().split(/\s+/)
  if (list.length !== columns.length) throw new Error(`matrix row « ${title} » has ${list.length} cells`)
  return { title, cells: Object.fromEntries(columns.map((column, i) => [column, list[i]])) as Record<Column, Cell> }
}

export const matrix = {
  //                                                                An  Ca  G.M G.O T   Am  Co  Ad
  'public.read': row('pages ouvertes à tous, état du service', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'session.create': row('se connecter', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'link.use': row('suivre un lien d’invitation ou de mot de passe', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'self.read': row('lire son compte et ses sessions', '401 o   o   o   o   o   o   o'),
  'self.write': row('modifier son compte, fermer ses sessions', '401 o   o   o   o   o   o   o'),
  'home.read': row('lire son accueil', '401 ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'people.read': row('annuaire des membres', '401 ·   ·   ✔   ✔   ✔   ✔   ✔'),
  'committee.seats': row('voir les sièges, la parité et la liste d’attente', '401 ·   ·   ✔   ✔   ✔   ✔   ✔'),
  'person.read': row('lire la fiche d’une personne', '401 o   s   ✔   ✔   ✔   ✔   ✔'),
  'person.administer': row('changer un rôle, suspendre', '401 ✗   ✗   ✗   ✗   ✗   ✗   ✔'),
  'invitation.read': row('lire les invitations en attente', '401 ✗   ✗   ✗   ✗   ✗   ✗   ✔'),
  'invitation.create': row('inviter sur le site ou dans un espace', '401 ✗   ✗   s   s   s   s   ✔'),
  'invitation.revoke': row('retirer une invitation, sur le site ou de son espace', '401 s   s   s   s   s   s   ✔'),
  'settings.manage': row(
    'lire et changer les sièges, la parité, les règles d’admission, la charte, les données du prix',
    '401 ✗   ✗   ✗   ✗   ✗   ✗   ✔',
  ),
  'outbox.read': row('lire les courriels gardés faute de serveur de courriel', '401 ✗   ✗   ✗   ✗   ✗   ✗   ✔'),
  'space.list': row('lister ses espaces', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'space.read': row('lire un espace', 'p   s   s   s   s   s   s   s'),
  'space.people': row('lire qui est dans un espace', '401 s   s   s   s   s   s   s'),
  'space.create': row('créer une boucle privée', '401 ✗   ✗   ✔   ✔   ✗   ✔   ✔'),
  'space.join': row('rejoindre un atelier ou une boucle ouverte', '401 s   s   s   s   s   s   s'),
  'space.manage': row('modifier un espace et ses personnes', '401 s   s   s   s   s   s   s'),
  'space.invitations': row('lire les invitations en attente d’un espace', '401 s   s   s   s   s   s   s'),
  'page.list': row('lister les pages d’un espace', 'p   s   s   s   s   s   s   s'),
  'page.read': row('lire une page, dans l’espace public une fois publiée', 'p   s   s   s   s   s   s   s'),
  'page.export': row('emporter des pages que l’on peut lire', 'p   s   s   s   s   s   s   s'),
  'page.follow': row('suivre une page pendant qu’elle s’écrit', '401 s   s   s   s   s   s   s'),
  'page.people': row('voir qui est dans une page', '401 s   s   s   s   s   s   s'),
  'page.history': row('lire l’histoire d’une page', '401 s   s   s   s   s   s   s'),
  'page.write': row('écrire une page, la rétablir', '401 s   s   s   s   s   s   s'),
  'revision.propose': row('proposer une révision d’une page (écrire dans l’espace)', '401 s   s   s   s   s   s   s'),
  'revision.list': row('voir les votes sur une page, et ses révisions (y écrire)', 'p   s   s   s   s   s   s   s'),
  'revision.compare': row('comparer une révision avec sa page (écrire dans l’espace)', '401 s   s   s   s   s   s   s'),
  'page.recover': row('retrouver un texte qu’une fusion a retiré (écrire la page)', '401 s   s   s   s   s   s   s'),
  'page.publish': row('publier une page, la figer (co-piloter l’espace)', '401 s   s   s   s   s   s   s'),
  'page.manage': row('déplacer une page, la mettre à la corbeille', '401 s   s   s   s   s   s   s'),
  'page.mark': row('marquer une page comme favorite', '401 s   s   s   s   s   s   s'),
  'page.mine': row('lister ses pages favorites et récemment vues', '401 ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'trash.read': row('lire la corbeille d’un espace (y écrire)', '401 s   s   s   s   s   s   s'),
  'trash.restore': row('rétablir des pages de la corbeille', '401 s   s   s   s   s   s   s'),
  'trash.purge': row('supprimer définitivement (co-piloter l’espace)', '401 s   s   s   s   s   s   s'),
  'template.read': row('lire les modèles de page', '401 ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'template.manage': row('écrire les modèles de page', '401 ✗   ✗   ✗   ✗   ✗   ✗   ✔'),
  'comment.read': row('lire les commentaires d’une page', '401 s   s   s   s   s   s   s'),
  'comment.write': row('commenter une page, répondre, résoudre', '401 s   s   s   s   s   s   s'),
  'comment.change': row('modifier ou supprimer un commentaire, un fil', '401 s   s   s   s   s   s   s'),
  'page.import': row('importer des pages dans un espace', '401 s   s   s   s   s   s   s'),
  'import.own': row('voir, lancer, abandonner son import', '401 o   o   o   o   o   o   o'),
  'file.read': row('lire un fichier d’un espace', 'p   s   s   s   s   s   s   s'),
  'file.create': row('déposer une image ou un document dans un espace', '401 s   s   s   s   s   s   s'),
  'topic.read': row('lire les sujets et leurs messages', 'p   s   s   s   s   s   s   s'),
  'topic.write': row('ouvrir un sujet, y répondre, le renommer, le clore', '401 s   s   s   s   s   s   s'),
  'topic.mark': row('retenir jusqu’où l’on a lu', '401 s   s   s   s   s   s   s'),
  'post.history': row('lire les versions d’un message', '401 s   s   s   s   s   s   s'),
  'post.change': row('modifier ou supprimer un message', '401 s   s   s   s   s   s   s'),
  'poll.read': row('lire un sondage indicatif et ses nombres', 'p   s   s   s   s   s   s   s'),
  'poll.vote': row('répondre à un sondage (pouvoir répondre au sujet)', '401 s   s   s   s   s   s   s'),
  'poll.change': row(
    'ajouter un sondage à son message, le corriger avant la première réponse, le clore, le retirer',
    '401 s   s   s   s   s   s   s',
  ),
  'search.read': row('chercher', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'candidacy.apply': row('demander un siège, suivre sa candidature par lien secret', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'candidacy.create': row('proposer une candidature', '401 ✗   ✗   ✔   ✔   ✗   ✔   ✔'),
  'candidacy.list': row('lister les candidatures', '401 o   ·   ✔   ✔   ·   ✔   ✔'),
  'candidacy.read': row('lire une candidature', '401 o   ·   ✔   ✔   ·   ✔   ✔'),
  'candidacy.open': row('ouvrir le vote sur une candidature', '401 ✗   ·   ✔   ✔   ·   ✔   ✔'),
  'candidacy.questions': row('lire les questions et les réponses d’une candidature', '401 ·   ·   ✔   ✔   ·   ✔   ✔'),
  'candidacy.ask': row('poser une question à une personne candidate', '401 ✗   ·   ✔   ✔   ·   ✔   ✗'),
  'candidacy.sponsor': row('présenter une candidature', '401 ✗   ·   ✔   ✔   ·   ✔   ✗'),
  'candidacy.relay': row(
    'transmettre les questions d’une candidature, répondre aux siennes',
    '401 ✗   ·   ✔   ✔   ·   ✔   ✔',
  ),
  'candidacy.veto': row('revenir sur son veto après la clôture', '401 ✗   ·   ✔   ✔   ·   ✔   ✗'),
  'candidacy.reopen': row('ouvrir la seconde lecture d’une candidature', '401 ✗   ·   ✔   ✔   ·   ✔   ✔'),
  'candidacy.run': row('déclarer une candidature irrecevable', '401 ✗   ·   ✗   ✗   ·   ✗   ✔'),
  'decision.open': row(
    'mettre une décision au vote d’un espace (y être nommé et y écrire)',
    '401 s   s   s   s   s   s   s',
  ),
  'committee.decide': row('mettre une décision au vote du comité (avoir un siège)', '401 ·   ·   ✔   ✔   ✗   ✔   ✗'),
  'vote.list': row('lister les votes de ses espaces', '401 ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'vote.read': row('lire un vote d’un espace, sa liste, son journal', '401 s   s   s   s   s   s   s'),
  'vote.cast': row('voter dans un espace (être sur la liste figée à l’ouverture)', '401 s   s   s   s   s   s   s'),
  'vote.result': row('lire un résultat, jamais avant la clôture', '401 s   s   s   s   s   s   s'),
  'vote.manage': row(
    'prolonger, clore plus tôt, annuler un vote, en retirer une option, écrire ce qui en découle (l’avoir ouvert, ou co-piloter l’espace)',
    '401 s   s   s   s   s   s   s',
  ),
  'draft.list': row('lister les projets de vote de ses espaces', '401 ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'draft.read': row(
    'lire un projet de vote (pouvoir mettre une décision au vote de l’espace)',
    '401 s   s   s   s   s   s   s',
  ),
  'draft.write': row(
    'écrire, programmer, ouvrir un projet de vote (le sien, ou co-piloter l’espace)',
    '401 s   s   s   s   s   s   s',
  ),
  'meeting.read': row('lire les réunions d’un espace, les noter dans son agenda', '401 s   s   s   s   s   s   s'),
  'meeting.write': row('fixer une réunion (écrire dans l’espace)', '401 s   s   s   s   s   s   s'),
  'meeting.change': row('modifier ou annuler une réunion, noter qui y était', '401 s   s   s   s   s   s   s'),
  'meeting.answer': row('dire si l’on vient à une réunion', '401 s   s   s   s   s   s   s'),
  'feed.own': row('voir, créer, retirer l’adresse secrète de son agenda', '401 o   o   o   o   o   o   o'),
  'feed.read': row('lire un agenda par son adresse secrète', '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔'),
  'renewal.read': row('voir où en est le renouvellement', '401 ·   ·   ✔   ✔   ✔   ✔   ✔'),
  'renewal.open': row('ouvrir le renouvellement, l’abandonner (co-piloter le comité)', '401 ·   ·   ✗   ✗   ✗   ✗   ✔'),
  'renewal.answer': row('répondre au renouvellement (avoir un siège)', '401 ·   ·   ✔   ✔   ✗   ✔   ✗'),
  'award.public': row(
    'lire les appels ouverts, déposer un dossier, lire un palmarès publié',
    '✔   ✔   ✔   ✔   ✔   ✔   ✔   ✔',
  ),
  'award.read': row(
    'lire les éditions du prix, les dossiers, les formules des scores, qui est à jour',
    '401 ·   ·   ✔   ✔   ✔   ✔   ✔',
  ),
  'award.enter': row('proposer un dossier (avoir un siège)', '401 ·   ·   ✔   ✔   ✗   ✔   ✗'),
  'award.declare': row(
    'déclarer un conflit d’intérêts (avoir un siège, ou co-piloter le comité)',
    '401 ·   ·   ✔   ✔   ✗   ✔   ✔',
  ),
  'award.sayNone': row(
    'dire que rien ne vous lie aux dossiers que vous jugez (être du jury, donc avoir un siège)',
    '401 ·   ·   ✔   ✔   ✗   ✔   ✗',
  ),
  'award.lift': row(
    'revenir sur un conflit d’intérêts déclaré (le sien, ou co-piloter le comité)',
    '401 ·   ·   o   o   ✗   o   ✔',
  ),
  'award.run': row(
    'préparer et conduire une édition, importer un score, présélectionner, récuser, retirer un dossier d’un jury ouvert, délibérer, signer (co-piloter le comité)',
    '401 ·   ·   ✗   ✗   ✗   ✗   ✔',
  ),
  'admission.read': row(
    'lire le vote sur une candidature, sa liste, son journal (qui était sur la liste et n’a plus de siège : les empreintes du journal)',
    '401 ·   ·   ✔   ✔   ·   ✔   ✔',
  ),
  'admission.cast': row('voter sur une candidature, opposer un veto, le lever', '401 ·   ·   ✔   ✔   ·   ✔   ✗'),
  'admission.manage': row(
    'prolonger ou clore plus tôt le vote sur une candidature (l’avoir ouvert, ou administrer)',
    '401 ·   ·   s   s   ·   s   ✔',
  ),
  'admission.result': row('lire le résultat d’une admission, jamais avant la clôture', '401 ·   ·   ✔   ✔   ·   ✔   ✔'),
} as const satisfies Record<string, Row>

export type Action = keyof typeof matrix
