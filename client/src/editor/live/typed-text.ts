import * as Y from 'yjs'

interface Letter {
  client: number
  clock: number
  text: string
}

const keyOf = ({ client, clock }: { client: number; clock: number }): string => `${client}:${clock}`

/**
 * The text that updates insert and do not delete again, in the order in which it was typed; a new place is a new line.
 * @param updates of one Yjs document, such as those that the server has not acknowledged
 */
export function typedText(updates: readonly Uint8Array[]): string {
  const letters = new Map<string, Letter>()
  const joins = new Set<string>()
  const deleted: { client: number; clock: number; len: number }[] = []
  for (const { structs, ds } of updates.map((update) => Y.decodeUpdate(update))) {
    for (const struct of structs) if (struct instanceof Y.Item) takeItem(struct, letters, joins)
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) deleted.push({ client, clock, len })
  }
  const gone = ({ client, clock }: Letter): boolean =>
    deleted.some((range) => range.client === client && clock >= range.clock && clock < range.clock + range.len)
  let text = ''
  for (const letter of letters.values()) {
    if (gone(letter)) continue
    text += text === '' || joins.has(keyOf(letter)) ? letter.text : `\n${letter.text}`
  }
  return text.trim()
}

function takeItem({ id, origin, content }: Y.Item, letters: Map<string, Letter>, joins: Set<string>): void {
  if (!(content instanceof Y.ContentString)) return
  for (let i = 0; i < content.str.length; i += 1) {
    const letter = { client: id.client, clock: id.clock + i, text: content.str.charAt(i) }
    letters.set(keyOf(letter), letter)
    const before = i > 0 || (origin !== null && origin.client === id.client && origin.clock === id.clock - 1)
    if (before) joins.add(keyOf(letter))
  }
}
