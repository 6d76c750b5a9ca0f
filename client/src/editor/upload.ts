import type { AttachmentAnswer, FileAnswer } from '@cenacle/contract/file'
import type { ProblemBody } from '@cenacle/contract/problems'
import { http, randomKey } from '../lib/http.ts'
import { Problem } from '../lib/problem.ts'

const formOf = (file: File): FormData => {
  const body = new FormData()
  body.append('file', file)
  return body
}

/** Stores an image in a space. @returns its address. @throws Problem */
export async function uploadImage(spaceId: string, file: File): Promise<string> {
  return (await http.post<FileAnswer>(`/api/spaces/${spaceId}/files`, formOf(file))).url
}

/**
 * Stores a document in a space. By XMLHttpRequest, which alone tells how much has gone.
 * @param onProgress bytes sent so far
 * @throws Problem; an AbortError when `signal` stops it
 */
export function uploadDocument(
  spaceId: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<AttachmentAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/spaces/${spaceId}/attachments`)
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', randomKey())
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, file.size)))
    request.addEventListener('error', () => reject(new Problem('offline', 0)))
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
    request.addEventListener('load', () => {
      const answer = request.response as AttachmentAnswer | ProblemBody | null
      if (request.status === 201 && answer && 'url' in answer) resolve(answer)
      else if (answer && 'code' in answer)
        reject(new Problem(answer.code as Problem['code'], request.status, answer.title))
      else reject(new Problem('unreadable', request.status))
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(formOf(file))
  })
}
