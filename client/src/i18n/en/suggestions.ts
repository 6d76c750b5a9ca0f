import type { suggestions as fr } from '../fr/suggestions.ts'
import type { Translated } from '../message.ts'

export const suggestions: Translated<typeof fr> = {
  'page.suggest': 'Suggest',
  'suggestions.waiting': { one: '{count} suggestion waiting', other: '{count} suggestions waiting' },
  'suggestions.show': 'Show',
  'suggestions.hide': 'Hide',
  'suggestions.adds': 'Adds “{text}”',
  'suggestions.removes': 'Removes “{text}”',
  'suggestions.block': 'Changes whole blocks',
  'suggestions.lines': 'Changes ends of paragraphs',
  'suggestions.nobody': 'Somebody',
}
