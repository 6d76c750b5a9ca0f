import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PageAnswer } from '@cenacle/contract/page'
import type { PreviewAnswer, TemplateAnswer, TemplatesAnswer } from '@cenacle/contract/template'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

/** What a new page may begin with, in the administration's order. */
export const useTemplates = () =>
  useQuery({
    queryKey: keys.templates,
    queryFn: async () => (await http.get<TemplatesAnswer>('/api/templates')).items,
  })

/** One with its text. @param id undefined for none */
export const useTemplate = (id: string | undefined) =>
  useQuery({
    queryKey: [...keys.templates, id],
    enabled: id !== undefined,
    queryFn: () => http.get<TemplateAnswer>(`/api/templates/${id}`),
  })

export interface TemplateFields {
  name: string
  hint: string
  markdown: string
}
const useRefresh = () => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.templates })
}

/** Writes a template; a new one where there is no id. */
export const useSaveTemplate = (id: string | undefined) => {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (fields: TemplateFields) =>
      id === undefined
        ? http.post<TemplateAnswer>('/api/templates', fields)
        : http.patch<TemplateAnswer>(`/api/templates/${id}`, fields),
    onSuccess,
  })
}

export const useOrderTemplate = () => {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ id, position }: { id: string; position: number }) =>
      http.patch<TemplateAnswer>(`/api/templates/${id}`, { position }),
    onSuccess,
  })
}

export const useDeleteTemplate = () => {
  const onSuccess = useRefresh()
  return useMutation({ mutationFn: (id: string) => http.delete(`/api/templates/${id}`), onSuccess })
}

export const usePreview = () =>
  useMutation({ mutationFn: (markdown: string) => http.post<PreviewAnswer>('/api/templates/preview', { markdown }) })

/** The text of a page, to make a template of it. */
export const usePageText = () =>
  useMutation({
    mutationFn: async (pageId: string) => (await http.get<PageAnswer>(`/api/pages/${pageId}`)).markdown,
  })
