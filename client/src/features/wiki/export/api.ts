import { useQuery } from '@tanstack/react-query'
import type { ExportCheckAnswer, ExportFormat } from '@cenacle/contract/export'
import type { ProblemBody } from '@cenacle/contract/problems'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'
import { Problem } from '../../../lib/problem.ts'
import { saveFile } from '../../../lib/save-file.ts'

/** What leaves: a page, a page with those below it, or a space. */
export type Scope = 'page' | 'tree' | 'space'
export interface Wish {
  /** Of the page, or of the space. */
  id: string
  scope: Scope
  drafts: boolean
}

const pathOf = ({ id, scope }: Wish): string =>
  `/api/${scope === 'space' ? 'spaces' : 'pages'}/${encodeURIComponent(id)}/export`
const queryOf = ({ scope, drafts }: Wish, format?: ExportFormat): string =>
  queryString({ format, scope: scope === 'space' ? undefined : scope, drafts: String(drafts) })

/** What one should know before exporting. */
export const useExportCheck = (wish: Wish) =>
  useQuery({
    queryKey: keys.exportCheck(wish.id, wish.scope, wish.drafts),
    queryFn: () => http.get<ExportCheckAnswer>(`${pathOf(wish)}/check${queryOf(wish)}`),
    staleTime: 0,
    retry: false,
  })

/** A file as it came, by the name that the server gave it. */
export interface Received {
  name: string
  file: Blob
  /** Of a PDF that not everybody can read: false. */
  accessible: boolean
}

/**
 * Makes an export and receives it.
 * @throws {Problem} as `http` does
 */
export async function receive(wish: Wish, format: ExportFormat, signal: AbortSignal): Promise<Received> {
  const response = await fetch(`${pathOf(wish)}${queryOf(wish, format)}`, { credentials: 'same-origin', signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error
      throw new Problem('offline', 0)
    },
  )
  if (!response.ok) throw await problemOf(response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `export.${format}`
  const file = await response.blob().catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Problem('offline', 0)
  })
  return { name, file, accessible: response.headers.get('x-cenacle-pdf') !== 'tagged' }
}

async function problemOf(response: Response): Promise<Problem> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return new Problem('unreadable', response.status)
  const { code, title, detail, requestId } = (await response.json()) as ProblemBody
  return new Problem(code as Problem['code'], response.status, title, { detail, requestId })
}

/** Hands what was made to the browser. */
export const save = ({ name, file }: Received): void => saveFile(name, file)
