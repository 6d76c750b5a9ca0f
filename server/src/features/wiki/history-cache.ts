/** Most answers that are kept, and the longest that is, in characters of HTML. */
const MOST = 32
const LONGEST = 500_000

const kept = new Map<string, Promise<unknown>>()

/**
 * An answer that does not change, made once for all who ask at the same time, and kept while others are not asked for more recently. It holds
 * texts: look at the rights before.
 * @param key names the work, the page and its seqs
 */
export async function once<T extends { html: string }>(key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined
  const work = known ?? make()
  kept.delete(key)
  kept.set(key, work)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  try {
    const made = await work
    if (made.html.length > LONGEST) kept.delete(key)
    return made
  } catch (error) {
    kept.delete(key)
    throw error
  }
}
