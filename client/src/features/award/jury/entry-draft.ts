/** An entry as its form has it, without who to write to: that is not kept on a device that others may use. */
export interface EntryWords {
  categoryId: string
  title: string
  organisation: string
  summary: string
  link: string
}
export const noWords: EntryWords = { categoryId: '', title: '', organisation: '', summary: '', link: '' }

/** An entry as a draft's text; empty when nothing was written. */
export const writeWords = (words: EntryWords): string =>
  Object.values(words).every((value: string) => value.trim() === '') ? '' : JSON.stringify(words)

/** An entry out of a draft's text; an empty one where it is none of ours. */
export const readWords = (text: string): EntryWords => {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    const said = (name: keyof EntryWords): string => (typeof value[name] === 'string' ? value[name] : '')
    return {
      categoryId: said('categoryId'),
      title: said('title'),
      organisation: said('organisation'),
      summary: said('summary'),
      link: said('link'),
    }
  } catch {
    return noWords
  }
}

/** A link as one types it, « ville.example/projet », with what browsers ask for in front. */
export const wholeLink = (typed: string): string => {
  const link = typed.trim()
  return link === '' || /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`
}
