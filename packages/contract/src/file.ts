import { z } from 'zod'

/** A file that was stored: `url` is what a page's image points to. */
export const fileAnswer = z.object({
  key: z.string(),
  url: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
})
export type FileAnswer = z.infer<typeof fileAnswer>
/** A document that was stored beside a page's text: `url` is what its chip points to. Bytes in `size`. */
export const attachmentAnswer = fileAnswer.omit({ width: true, height: true })
export type AttachmentAnswer = z.infer<typeof attachmentAnswer>
/** Largest document that can be attached, in bytes. */
export const ATTACHMENT_BYTES = 20 * 1024 * 1024
/** Random, at least 128 bits, in hexadecimal. */
export const fileKey = z.string().regex(/^[0-9a-f]{32,64}$/, 'not-an-id')
