import type { tree as fr } from '../fr/tree.ts'
import type { Translated } from '../message.ts'

export const tree: Translated<typeof fr> = {
  'tree.move': 'Move…',
  'tree.trash': 'Move to the trash',
  'tree.favourite': 'Add to my favourites',
  'tree.unfavourite': 'Remove from my favourites',
  'tree.backlinks': 'Pages that link here',
  'templates.tab': 'Templates',
}
