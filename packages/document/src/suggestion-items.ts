import * as Y from 'yjs'

/** Whether an item came with this transaction. */
export const isAdded = ({ id }: Y.Item, { beforeState }: Y.Transaction): boolean =>
  id.clock >= (beforeState.get(id.client) ?? 0)
/** Whether it was part of the page before this transaction. Call it before Yjs collects what is deleted. */
export const wasThere = (item: Y.Item, transaction: Y.Transaction): boolean =>
  !isAdded(item, transaction) && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id))
/** Whether it is part of the page. */
export const isThere = (item: Y.Item): boolean => !item.deleted

/** The marks in force at a place of a text, as Yjs writes them: name → value. */
export type Attributes = Map<string, unknown>

/** Goes on past the beginning or the end of a mark. */
export function pass(attributes: Attributes, { key, value }: { key: string; value: unknown }): void {
  if (value === null || value === undefined) attributes.delete(key)
  else attributes.set(key, value)
}

/** The ids of the suggestions of one kind that cover a place. */
export function idsOf(attributes: Attributes, mark: 'insertion' | 'deletion'): string[] {
  const ids: string[] = []
  for (const [name, value] of attributes) {
    if (name !== mark && !name.startsWith(`${mark}--`)) continue
    if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') ids.push(value.id)
    else ids.push('')
  }
  return ids
}
