import type { Dictionary } from '../message.ts'

export const tree = {
  'tree.move': 'Déplacer…',
  'tree.trash': 'Mettre à la corbeille',
  'tree.favourite': 'Ajouter à mes favoris',
  'tree.unfavourite': 'Retirer de mes favoris',
  'tree.backlinks': 'Pages qui renvoient ici',
  'templates.tab': 'Modèles',
} as const satisfies Dictionary
