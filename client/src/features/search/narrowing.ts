import type { Narrowing } from './api.ts'

/** The states that a page can be narrowed to, in the order of its life. */
export const states = ['draft', 'published', 'changed'] as const

/** What the address narrows a search to. */
export const narrowingOf = (params: URLSearchParams): Narrowing => ({
  spaceId: params.get('espace') ?? undefined,
  authorId: params.get('auteur') ?? undefined,
  state: states.find((known) => known === params.get('etat')),
})

/** The same for the address. */
export const asParams = ({ spaceId, authorId, state }: Narrowing): Record<string, string> => ({
  ...(spaceId && { espace: spaceId }),
  ...(authorId && { auteur: authorId }),
  ...(state && { etat: state }),
})
