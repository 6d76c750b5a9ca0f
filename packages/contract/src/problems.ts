import { z } from 'zod'

/**
 * Every problem that the product can answer, with its status and its French title. The code is stable: clients and
 * tests rely on it; docs/problems.md is generated from this table.
 */
export const problems = {
  'bad-request': [400, 'Requête illisible'],
  'invalid-json': [400, 'Le contenu envoyé n’est pas du JSON lisible'],
  'invalid-encoding': [400, 'Le texte envoyé n’est pas en UTF-8 valide'],
  'invalid-parameter': [400, 'L’adresse demandée est mal formée'],
  'sign-in-required': [401, 'Connectez-vous pour continuer'],
  'wrong-credentials': [401, 'Adresse ou mot de passe incorrect'],
  forbidden: [403, 'Vous n’avez pas le droit de faire cela'],
  'cross-site': [403, 'Requête venue d’un autre site'],
  'not-closed': [403, 'Les résultats seront visibles à la clôture'],
  'not-on-roll': [403, 'Vous n’êtes pas sur la liste de ce vote'],
  'stale-session': [403, 'Confirmez votre mot de passe pour continuer'],
  'not-found': [404, 'Introuvable'],
  'method-not-allowed': [405, 'Cette adresse n’accepte pas cette méthode'],
  'not-acceptable': [406, 'Format de réponse indisponible'],
  conflict: [409, 'Quelqu’un a agi au même moment'],
  'already-member': [409, 'Cette personne a déjà un compte'],
  'slug-taken': [409, 'Ce nom d’adresse est déjà pris'],
  'vote-closed': [409, 'Scrutin clos'],
  'vote-not-open': [409, 'Le scrutin n’est pas ouvert'],
  'already-open': [409, 'Le scrutin est déjà ouvert'],
  'seat-under-vote': [409, 'La candidature de cette personne est en cours de vote ou bloquée par un veto'],
  'space-closed': [409, 'Cet espace est clos'],
  'topic-closed': [409, 'Ce sujet est clos'],
  'passage-not-found': [409, 'Ce passage ne se trouve pas (ou plus) dans la page'],
  'comments-full': [409, 'Il y a déjà trop de commentaires ici'],
  'last-administrator': [409, 'Il faut au moins un compte d’administration'],
  'idempotency-mismatch': [409, 'Cette clé a déjà servi pour une autre requête'],
  'link-used': [410, 'Ce lien a déjà servi ou n’est plus valable'],
  'version-stale': [412, 'La page a changé depuis que vous l’avez lue'],
  'too-large': [413, 'Contenu trop volumineux'],
  'export-too-large': [413, 'Trop de pages ou d’images pour un seul export'],
  'url-too-long': [414, 'Adresse trop longue'],
  'unsupported-type': [415, 'Type de contenu refusé'],
  invalid: [422, 'Certains champs sont à corriger'],
  'unsupported-image': [422, 'Cette image ne peut pas être lue'],
  'unsupported-file': [422, 'Ce genre de fichier ne peut pas être déposé'],
  'text-too-costly': [422, 'Ce texte est trop complexe pour être affiché'],
  'weak-password': [422, 'Ce mot de passe est trop courant'],
  'method-not-available': [422, 'Cette méthode de vote n’est pas encore proposée'],
  'nothing-to-export': [422, 'Rien à exporter'],
  'import-empty': [422, 'Rien de ce que vous avez choisi ne peut devenir une page'],
  'import-too-many': [422, 'Cet import a trop de pages ou de fichiers : faites-le en plusieurs fois'],
  'docx-unreadable': [422, 'Ce document Word ne peut pas être lu'],
  'archive-unreadable': [422, 'Cette archive ZIP ne peut pas être lue'],
  'archive-unsafe': [422, 'Cette archive contient un nom de fichier qui sort de son dossier'],
  'archive-duplicate': [422, 'Cette archive contient deux fichiers du même nom'],
  'archive-encrypted': [422, 'Cette archive est protégée par un mot de passe'],
  'archive-bomb': [422, 'Cette archive devient démesurée quand on l’ouvre'],
  'version-required': [428, 'Indiquez la version que vous modifiez'],
  'too-many-requests': [429, 'Trop de demandes, patientez un instant'],
  'headers-too-large': [431, 'En-têtes trop volumineux'],
  internal: [500, 'Une erreur s’est produite de notre côté'],
  'export-unavailable': [501, 'Ce serveur ne sait pas faire de PDF'],
  unavailable: [503, 'Le service est momentanément indisponible'],
  'storage-full': [507, 'L’espace de stockage est plein'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

/** What is wrong with one field, in French. Keys are the stable codes of `errors[].code`. */
export const fieldProblems = {
  required: 'Ce champ est requis.',
  'too-long': 'Ce texte est trop long ({max} caractères au plus).',
  'too-short': 'Ce texte est trop court ({min} caractères au moins).',
  'malformed-text': 'Ce texte contient des caractères mal formés.',
  'control-characters': 'Ce texte contient des caractères de contrôle.',
  'hidden-characters': 'Ce texte contient des caractères invisibles qui changent sa lecture.',
  'one-line': 'Ce champ tient sur une seule ligne.',
  'too-many-marks': 'Ce nom porte trop d’accents superposés.',
  'mixed-scripts': 'Ce nom mélange plusieurs alphabets.',
  'reserved-name': 'Ce nom est réservé.',
  'not-an-email': 'Cette adresse n’a pas la forme d’une adresse électronique.',
  'not-a-date': 'Cette date n’existe pas.',
  'date-past': 'Cette date est déjà passée.',
  'date-too-soon': 'Cette date est trop proche.',
  'not-an-id': 'Cet identifiant est mal formé.',
  'wrong-type': 'Cette valeur n’a pas le type attendu.',
  'not-allowed': 'Cette valeur n’est pas admise.',
  'unknown-field': 'Ce champ n’existe pas.',
  'out-of-range': 'Cette valeur est hors des bornes.',
  'common-password': 'Ce mot de passe est trop courant ou trop proche de votre nom.',
  'not-found': 'Cet élément n’existe pas.',
  'too-many-mentions': 'Ce message s’adresse à trop de personnes ({max} au plus).',
  duplicate: 'Cette valeur est donnée deux fois.',
} as const
export type FieldCode = keyof typeof fieldProblems

export const fieldError = z.object({ pointer: z.string(), code: z.string(), detail: z.string() })
export type FieldError = z.infer<typeof fieldError>

/** application/problem+json (RFC 9457), as every error of the product is answered. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string(),
  requestId: z.string(),
  errors: z.array(fieldError).optional(),
})
export type ProblemBody = z.infer<typeof problemBody>
