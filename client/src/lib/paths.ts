/**
 * Every address of the interface. The server writes three more in its mails and at its first start, which only the
 * router knows: /mot-de-passe/:secret, /invitation/:secret, /installation/:secret.
 */
export const paths = {
  home: '/',
  signIn: '/connexion',
  forgotten: '/mot-de-passe-oublie',
  spaces: '/espaces',
  newSpace: '/espaces/nouveau',
  space: (slug: string) => `/espaces/${encodeURIComponent(slug)}`,
  spacePages: (slug: string) => `/espaces/${encodeURIComponent(slug)}/pages`,
  spaceTrash: (slug: string) => `/espaces/${encodeURIComponent(slug)}/pages/corbeille`,
  spaceUntouched: (slug: string) => `/espaces/${encodeURIComponent(slug)}/pages/a-revoir`,
  spaceVotes: (slug: string) => `/espaces/${encodeURIComponent(slug)}/votes`,
  spacePeople: (slug: string) => `/espaces/${encodeURIComponent(slug)}/personnes`,
  spaceSettings: (slug: string) => `/espaces/${encodeURIComponent(slug)}/reglages`,
  newTopic: (slug: string) => `/espaces/${encodeURIComponent(slug)}/nouveau-sujet`,
  topic: (id: string, number?: number) => `/sujets/${id}${number === undefined ? '' : `#message-${number}`}`,
  page: (id: string) => `/pages/${id}`,
  pageHistory: (id: string) => `/pages/${id}/historique`,
  newPage: (slug: string, parentId?: string) =>
    `/espaces/${encodeURIComponent(slug)}/nouvelle-page${parentId ? `?sous=${parentId}` : ''}`,
  importPages: (slug: string, importId?: string) =>
    `/espaces/${encodeURIComponent(slug)}/importer${importId ? `/${importId}` : ''}`,
  votes: '/votes',
  vote: (id: string) => `/votes/${id}`,
  voteLog: (id: string, receipt?: string) => `/votes/${id}/journal${receipt ? `#${receipt}` : ''}`,
  newDecision: (slug: string) => `/espaces/${encodeURIComponent(slug)}/nouvelle-decision`,
  newCandidacy: '/candidatures/nouvelle',
  candidacy: (id: string) => `/candidatures/${id}`,
  search: (q?: string) => (q ? `/recherche?q=${encodeURIComponent(q)}` : '/recherche'),
  profile: '/moi',
  administration: '/administration',
  adminInvitations: '/administration/invitations',
  adminSeats: '/administration/sieges',
  adminMails: '/administration/courriels',
  adminTemplates: '/administration/modeles',
  adminTemplate: (id: string) => `/administration/modeles/${id}`,
} as const
