import type { ImportAnswer } from '@cenacle/contract/import'
import type { useSay } from './texts/say.ts'

/** What an import brings, « 2 pages et 1 image »; of images that are not there nothing is said. */
export function sayCounts(t: ReturnType<typeof useSay>, { pageCount, imageCount }: ImportAnswer): string {
  const pages = t('import.pages', { count: pageCount })
  return imageCount === 0 ? pages : t('import.both', { pages, images: t('import.images', { count: imageCount }) })
}
