import { inPlaces, type Entry } from './cases.ts'

const may = (): boolean => true

/** Exports: whoever reads a page may take it along. */
export const exportEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/export': inPlaces({
    access: 'page.export',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/export?format=md` }),
    may,
  }),
  'GET /api/pages/:pageId/export/check': inPlaces({
    access: 'page.export',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/export/check` }),
    may,
  }),
  'GET /api/spaces/:spaceId/export': inPlaces({
    access: 'page.export',
    request: ({ id }) => ({ url: `/api/spaces/${id}/export?format=md` }),
    may,
  }),
  'GET /api/spaces/:spaceId/export/check': inPlaces({
    access: 'page.export',
    request: ({ id }) => ({ url: `/api/spaces/${id}/export/check` }),
    may,
  }),
}
