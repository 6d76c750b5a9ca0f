import type { Dictionary } from '../message.ts'

/** Suggestions, where one reads. */
export const suggestions = {
  'page.suggest': 'Suggérer',
  'suggestions.waiting': { one: '{count} suggestion en attente', other: '{count} suggestions en attente' },
  'suggestions.show': 'Voir',
  'suggestions.hide': 'Replier',
  'suggestions.adds': 'Ajoute « {text} »',
  'suggestions.removes': 'Supprime « {text} »',
  'suggestions.block': 'Change des blocs entiers',
  'suggestions.lines': 'Change des fins de paragraphes',
  'suggestions.nobody': 'Quelqu’un',
} as const satisfies Dictionary
