import type { FileAnswer } from '@cenacle/contract/file'
import { http } from '../lib/http.ts'

/** Stores an image in a space. @returns its address. @throws Problem */
export async function uploadImage(spaceId: string, file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  return (await http.post<FileAnswer>(`/api/spaces/${spaceId}/files`, body)).url
}
