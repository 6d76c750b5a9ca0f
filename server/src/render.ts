import { Problem } from './problem.ts'

/** Markdown in a worker thread with a deadline: hostile input costs its sender, nobody else. */
export interface Renderer {
  /** @throws Problem text-too-costly */
  renderPost(markdown: string): Promise<string>
  close(): Promise<void>
}

const DEADLINE_MS = 250

export function createRenderer(): Renderer {
  const name = '@cenacle/document/post-renderer'
  let loading: Promise<{ render(markdown: string): Promise<string>; close(): Promise<void> }> | undefined
  const load = () => (loading ??= import(name).then((module) => module.createPostRenderer({ deadlineMs: DEADLINE_MS })))
  return {
    async renderPost(markdown) {
      const renderer = await load()
      try {
        return await renderer.render(markdown)
      } catch (error) {
        throw error instanceof Error && error.name === 'DocumentError' ? new Problem('text-too-costly', { cause: error }) : error
      }
    },
    close: async () => (await loading)?.close(),
  }
}
