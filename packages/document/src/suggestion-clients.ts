import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { annotatedSchema } from './annotated-schema.ts'
import { nodeSuggestion, SUGGESTED } from './annotations.ts'
import { type Attributes, idsOf, isThere, pass } from './suggestion-items.ts'
import { findSuggestions, type Suggestion } from './suggestions.ts'

/** A suggestion, and the Yjs clients that have a hand in it. */
export type FoundSuggestion = Suggestion & { clients: number[] }

/**
 * What is proposed in a page, in its order.
 * @param fragment of a copy: what no editor would show is thrown away in it
 */
export function suggestionsOf(fragment: Y.XmlFragment): FoundSuggestion[] {
  const clients = suggestionClients(fragment)
  return findSuggestions(yXmlFragmentToProseMirrorRootNode(fragment, annotatedSchema)).map((one) => ({
    ...one,
    clients: [...new Set(one.ids.flatMap((id) => [...(clients.get(id) ?? [])]))],
  }))
}

/** The Yjs clients whose words or nodes each suggestion proposes to add, by its id. Never throws, whatever a peer put there. */
function suggestionClients(fragment: Y.XmlFragment): Map<string, Set<number>> {
  const clients = new Map<string, Set<number>>()
  const note = (id: string, client: number): void => {
    const known = clients.get(id) ?? new Set()
    clients.set(id, known.add(client))
  }
  const stack: unknown[] = [fragment]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node instanceof Y.XmlText) noteText(node, note)
    else if (node instanceof Y.XmlFragment) {
      if (node instanceof Y.XmlElement) {
        const whole = nodeSuggestion(node.getAttribute(SUGGESTED))
        if (whole?.what === 'insertion' && node._item) note(whole.id, node._item.id.client)
      }
      stack.push(...node.toArray())
    }
  }
  return clients
}

function noteText(text: Y.XmlText, note: (id: string, client: number) => void): void {
  const attributes: Attributes = new Map()
  for (let item = text._start; item; item = item.right) {
    if (!isThere(item)) continue
    if (item.content instanceof Y.ContentFormat) pass(attributes, item.content)
    else if (item.countable) for (const id of idsOf(attributes, 'insertion')) note(id, item.id.client)
  }
}

/** The ids of the suggestions that an update brings: what makes the mark or the attribute is in it. */
export function suggestionsBrought(update: Uint8Array): Set<string> {
  const ids = new Set<string>()
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentFormat) {
      const one: Attributes = new Map()
      pass(one, struct.content)
      for (const id of [...idsOf(one, 'insertion'), ...idsOf(one, 'deletion')]) ids.add(id)
    } else if (struct.parentSub === SUGGESTED) {
      const whole = nodeSuggestion(struct.content.getContent().at(-1))
      if (whole) ids.add(whole.id)
    }
  }
  return ids
}
