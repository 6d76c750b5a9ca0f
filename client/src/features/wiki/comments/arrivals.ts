interface Said {
  comments: readonly { id: string; author: { id: string; name: string } | null; deletedAt: string | null }[]
}

/**
 * Who has said something since.
 * @param before undefined when nothing was known
 * @param me one's own words are no news
 * @returns each name once
 */
export function arrivals(before: readonly Said[] | undefined, now: readonly Said[], me: string): string[] {
  if (!before) return []
  const known = new Set(before.flatMap(({ comments }) => comments.map(({ id }) => id)))
  const news = now.flatMap(({ comments }) => comments.filter(({ id, author }) => !known.has(id) && author?.id !== me))
  return [...new Set(news.flatMap(({ author, deletedAt }) => (author && deletedAt === null ? [author.name] : [])))]
}
