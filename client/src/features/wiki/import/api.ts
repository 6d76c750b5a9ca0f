import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportAnswer, ImportItem } from '@cenacle/contract/import'
import { importLimits } from '@cenacle/contract/import-limits'
import type { List } from '@cenacle/contract/paging'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'
import { Problem } from '../../../lib/problem.ts'

/** How often a running import is asked how far it is, ms. */
const POLL_MS = 1_000
const addressOf = (id: string): string => `/api/imports/${encodeURIComponent(id)}`

/** One's own imports into a space. */
export const useImports = (spaceId: string) =>
  useQuery({
    queryKey: keys.imports(spaceId),
    queryFn: async () => (await http.get<List<ImportItem>>(`/api/spaces/${spaceId}/imports`)).items,
  })

/** One import; asked for again while it runs. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: keys.import(id),
    queryFn: () => http.get<ImportAnswer>(addressOf(id)),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  })

/** Sends files to be looked at; nothing is created yet. */
export const useDraftImport = (spaceId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const size = files.reduce((sum, file) => sum + file.size, 0)
      // The server would say so only after it has received all of it.
      if (size > importLimits.uploadBytes) throw new Problem('too-large', 413)
      const body = new FormData()
      for (const file of files) body.append('file', file)
      return http.post<ImportAnswer>(`/api/spaces/${spaceId}/imports`, body)
    },
    onSuccess: (draft) => {
      queries.setQueryData(keys.import(draft.id), draft)
      return queries.invalidateQueries({ queryKey: keys.imports(spaceId) })
    },
  })
}

/** Starts what was looked at. */
export const useStartImport = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (parentId: string | null) => http.post<ImportAnswer>(`${addressOf(id)}/start`, { parentId }),
    onSuccess: (running) => queries.setQueryData(keys.import(id), running),
  })
}

/** Gives an import up. */
export const useDropImport = (id: string, spaceId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete(addressOf(id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.imports(spaceId) }),
  })
}
