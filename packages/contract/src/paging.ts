import { z } from 'zod'

/** Query of every list: an opaque cursor and how many rows at most. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type PageQuery = z.infer<typeof pageQuery>

/** Answer of every list. `next` is the cursor of what follows, null at the end. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
export interface List<Item> {
  items: Item[]
  next: string | null
}
