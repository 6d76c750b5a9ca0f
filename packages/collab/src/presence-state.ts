/** Longest state that a client may send, in characters. */
const MAX_STATE = 1024

/**
 * What others see of a client: the person as the session knows it, and from the client only its cursor and whether it types. A cursor
 * of a wrong shape would throw in the editors of the others, so each is checked field by field.
 * @param json the client's state
 * @returns undefined when it is not acceptable, null when the client leaves
 */
export function presentState(
  json: string,
  person: { id: string; name: string; color: string },
): string | null | undefined {
  if (json.length > MAX_STATE) return undefined
  const state = parse(json)
  if (state === null) return null
  if (!isRecord(state)) return undefined
  const cursor = isRecord(state['cursor']) ? readCursor(state['cursor']) : undefined
  return JSON.stringify({ user: person, cursor: cursor ?? null, typing: state['typing'] === true })
}

function readCursor(cursor: Record<string, unknown>): object | undefined {
  const anchor = readPosition(cursor['anchor'])
  const head = readPosition(cursor['head'])
  return anchor && head ? { anchor, head } : undefined
}

/** A relative position as Y.createRelativePositionFromJSON reads it. */
function readPosition(value: unknown): object | undefined {
  if (!isRecord(value)) return undefined
  const { type, tname, item, assoc } = value
  if (tname !== null && tname !== undefined && (typeof tname !== 'string' || tname.length > 100)) return undefined
  const position = {
    type: readId(type),
    tname: tname ?? null,
    item: readId(item),
    assoc: Number.isInteger(assoc) ? assoc : 0,
  }
  return position.type === undefined || position.item === undefined ? undefined : position
}

function readId(value: unknown): object | null | undefined {
  if (value === null || value === undefined) return null
  if (!isRecord(value)) return undefined
  const { client, clock } = value
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) ? { client, clock } : undefined
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
