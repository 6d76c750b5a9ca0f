import * as Y from 'yjs'
import { isOwnSuggestion } from './annotations.ts'
import { markName } from './flow.ts'
import { type Attributes, idsOf, isAdded, isThere, pass, wasThere } from './suggestion-items.ts'

/** What is put right once the update is in. */
export type Mend = () => void

/**
 * Compares a text before and after a transaction, item by item.
 * @param mends gets what must be put right
 * @returns what somebody who may only suggest must not have done
 */
export function checkText(text: Y.XmlText, transaction: Y.Transaction, key: string, mends: Mend[]): string | undefined {
  const [before, after]: [Attributes, Attributes] = [new Map(), new Map()]
  let index = 0
  for (let item = text._start; item; item = item.right) {
    const [was, is] = [wasThere(item, transaction), isThere(item)]
    if (item.content instanceof Y.ContentFormat) {
      if (was) pass(before, item.content)
      if (is) pass(after, item.content)
      continue
    }
    if (!item.countable || (!was && !is)) continue
    if (is && !(item.content instanceof Y.ContentString)) return 'a content that no text has'
    const fault = was ? faultOfKept(before, is ? after : undefined, key) : faultOfNew(after, key)
    if (fault === ORPHAN && (!isAdded(item, transaction) || continuesOwn(item, transaction))) {
      mends.push(proposeAgain(text, index, item.length, key))
    } else if (fault !== undefined) return fault
    if (is) index += item.length
  }
  return isSame(before, after, () => true) ? undefined : 'a mark without an end'
}

/** Settled suggestions have gone with their marks, so text that lost its own gets another. */
function proposeAgain(text: Y.XmlText, index: number, length: number, key: string): Mend {
  const id = `${key}-${globalThis.crypto.randomUUID().slice(0, 8)}`
  return () => text.format(index, length, { [`insertion--${id.slice(-8)}`]: { id, kind: '' } })
}

const ORPHAN = 'text that is not proposed'

const faultOfNew = (after: Attributes, key: string): string | undefined =>
  idsOf(after, 'insertion').some((id) => isOwnSuggestion(id, key)) ? undefined : ORPHAN

/** It follows, or stands before, what the same browser wrote earlier. */
const continuesOwn = ({ id, origin, rightOrigin }: Y.Item, { beforeState }: Y.Transaction): boolean =>
  [origin, rightOrigin].some((side) => side?.client === id.client && side.clock < (beforeState.get(id.client) ?? 0))

/** @param after undefined when the text is gone */
function faultOfKept(before: Attributes, after: Attributes | undefined, key: string): string | undefined {
  const isOwn = idsOf(before, 'insertion').some((id) => isOwnSuggestion(id, key))
  if (!after) return isOwn ? undefined : 'text of the page, or of somebody else, is gone'
  const stays = idsOf(after, 'insertion').some((id) => isOwnSuggestion(id, key))
  if (isOwn !== stays) return isOwn ? ORPHAN : 'text of the page is hidden'
  const isOthers = (name: string, value: unknown): boolean => {
    const one: Attributes = new Map([[name, value]])
    const [id] = [...idsOf(one, 'insertion'), ...idsOf(one, 'deletion')]
    // One's own words are marked as one likes.
    return id === undefined ? !isOwn : !isOwnSuggestion(id, key)
  }
  return isSame(before, after, isOthers) ? undefined : 'marks of the page, or of somebody else'
}

/** Whether the same marks are in force, of those that matter. */
function isSame(before: Attributes, after: Attributes, matters: (name: string, value: unknown) => boolean): boolean {
  const list = (attributes: Attributes): string =>
    [...attributes]
      .filter(([name, value]) => matters(name, value))
      .map(([name, value]) => `${markName(name)} ${JSON.stringify(value)}`)
      .sort()
      .join('\n')
  return list(before) === list(after)
}
