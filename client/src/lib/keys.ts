/**
 * Query keys, in one place because the events socket invalidates by them. A key that is a prefix of another
 * invalidates it too: `keys.topic(id)` also refreshes its posts.
 */
export const keys = {
  session: ['session'],
  sessions: ['sessions'],
  /** True once one has signed out by oneself. */
  left: ['left'],
  home: ['home'],
  demo: ['demo'],
  setup: ['setup'],
  invitation: (token: string) => ['invitation', token],
  people: ['people'],
  spaces: ['spaces'],
  space: (idOrSlug: string) => ['space', idOrSlug],
  spacePeople: (idOrSlug: string) => ['space', idOrSlug, 'people'],
  /** Under the space, so that whatever changes it refreshes them. */
  spaceInvitations: (idOrSlug: string) => ['space', idOrSlug, 'invitations'],
  invitations: ['invitations'],
  seats: ['seats'],
  seatsPicture: ['seats', 'picture'],
  /** Of all spaces: the lists, and each meeting under them. */
  meetings: ['meetings'],
  meeting: (id: string) => ['meetings', 'one', id],
  feed: ['feed'],
  renewal: ['renewal'],
  outbox: ['outbox'],
  topics: (spaceId: string) => ['topics', spaceId],
  topic: (id: string) => ['topic', id],
  posts: (topicId: string) => ['topic', topicId, 'posts'],
  /** Under the topic, since its end closes them; an answer refreshes the one alone. */
  poll: (topicId: string, pollId: string) => ['topic', topicId, 'poll', pollId],
  pages: (spaceId: string) => ['pages', spaceId],
  imports: (spaceId: string) => ['imports', spaceId],
  import: (id: string) => ['import', id],
  page: (id: string) => ['page', id],
  /** Not under the page: what a word changes in it must not fetch these again for everybody who reads along. */
  pageMark: (pageId: string) => ['pageMark', pageId],
  backlinks: (pageId: string) => ['backlinks', pageId],
  trash: (spaceId: string) => ['trash', spaceId],
  /** Under the pages of the space, so that whatever changes one refreshes it. */
  untouched: (spaceId: string) => ['pages', spaceId, 'untouched'],
  myPages: ['myPages'],
  templates: ['templates'],
  /** What is read out of a page beside its text: `staleSoon` refreshes it, not with each word for everybody who reads along. */
  pageParts: (pageId: string) => ['page-part', pageId],
  pageTimeline: (pageId: string) => ['page-part', pageId, 'timeline'],
  /** Not under the page: what was does not change. */
  pagePast: (pageId: string, ...what: (string | number)[]) => ['page-past', pageId, ...what],
  revisions: (pageId: string) => ['page-part', pageId, 'revisions'],
  comparison: (pageId: string) => ['page-part', pageId, 'comparison'],
  pagePeople: (pageId: string) => ['page-people', pageId],
  /** Not under the page: it changes far less often. */
  recovered: (pageId: string) => ['recovered', pageId],
  suggestions: (pageId: string) => ['page-part', pageId, 'suggestions'],
  pageThreads: (pageId: string) => ['page-part', pageId, 'threads'],
  exportCheck: (id: string, scope: string, drafts: boolean) => ['export-check', id, scope, drafts],
  versions: (pageId: string) => ['page-part', pageId, 'versions'],
  votes: ['votes'],
  /** Under `votes`, so that whatever changes a vote refreshes the candidacies that wait for one. */
  candidacies: ['votes', 'candidacies'],
  /** Under `votes`, so that whatever changes a vote refreshes the questions that are on their way to one. */
  drafts: ['votes', 'drafts'],
  draft: (id: string) => ['vote-draft', id],
  vote: (id: string) => ['vote', id],
  result: (voteId: string) => ['vote', voteId, 'result'],
  published: (voteId: string) => ['vote', voteId, 'published'],
  voteLog: (voteId: string) => ['vote', voteId, 'log'],
  candidacy: (id: string) => ['candidacy', id],
  /** Under the candidacy, so that whatever changes it refreshes them. */
  questions: (candidacyId: string) => ['candidacy', candidacyId, 'questions'],
  applicationForm: ['application-form'],
  followed: (token: string) => ['followed', token],
  welcome: ['welcome'],
  candidacyTexts: ['candidacy-texts'],
  search: (q: string, kind?: string, narrowing?: object) => ['search', q, kind, narrowing],
} as const
