import { DocumentError } from '@cenacle/document/document-error'
import { createPostRenderer, type PostRenderer } from '@cenacle/document/post-renderer'
import { Problem } from './problem.ts'

/** Markdown in a worker thread with a deadline: hostile input costs its sender, nobody else. */
export interface Renderer {
  /** A post as safe HTML. @throws Problem text-too-costly */
  renderPost(markdown: string): Promise<string>
  close(): Promise<void>
}

const DEADLINE_MS = 250

export function createRenderer(): Renderer {
  let renderer: PostRenderer | undefined
  return {
    renderPost(markdown) {
      renderer ??= createPostRenderer({ deadlineMs: DEADLINE_MS })
      return renderer.render(markdown).catch(refuse)
    },
    close: async () => renderer?.close(),
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof DocumentError)) throw error
  throw new Problem('text-too-costly', { cause: error })
}
