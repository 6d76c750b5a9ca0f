import * as Y from 'yjs'
import { isOwnSuggestion, nodeSuggestion, SUGGESTED } from './annotations.ts'
import { checkText, type Mend } from './suggestion-guard-text.ts'
import { isAdded, isThere, wasThere } from './suggestion-items.ts'
import { BODY, TITLE } from './yjs.ts'

/** An update that changes more than its sender's own suggestions. */
export class NotASuggestion extends Error {
  override name = 'NotASuggestion'
  /** It refers to what is not here yet, and would take effect later, unseen. */
  readonly isEarly: boolean

  constructor(message: string, isEarly = false) {
    super(message)
    this.isEarly = isEarly
  }
}

/**
 * Applies an update of somebody who may only suggest. It is looked at item by item, before Yjs forgets what it took away: every letter and
 * node that was part of the page stays the same item with the same marks, what is new is a proposal of the sender, and a proposal of
 * anybody else stays as it is. So the page with all suggestions refused is the same after it, and who wrote it too.
 *
 * What happens to honest people is mended rather than refused: text that was typed into a suggestion of one's own while a writer settled
 * it becomes a suggestion again, so does what a writer typed into one that its author took back meanwhile, and of two who propose at once
 * that a block goes the first stays the one who said so, also when the second takes it back.
 * @param doc thrown away by the caller when this throws: it then holds the update
 * @param key of the sender (`suggestionKey`)
 * @returns whether something was mended
 * @throws NotASuggestion
 */
export function applySuggestion(doc: Y.Doc, key: string, apply: () => void): boolean {
  // What is at the root has a type once it was asked for.
  doc.getXmlFragment(BODY)
  const title = doc.getText(TITLE)
  let fault: string | undefined
  const mends: Mend[] = []
  const look = (transaction: Y.Transaction): void => {
    fault ??= faultOf(title, transaction, key, mends)
  }
  const waiting = waitingIn(doc)
  doc.on('beforeObserverCalls', look)
  try {
    doc.transact(apply)
  } finally {
    doc.off('beforeObserverCalls', look)
  }
  if (fault !== undefined) throw new NotASuggestion(fault)
  if (waitingIn(doc) !== waiting) throw new NotASuggestion('what it refers to is not here yet', true)
  if (mends.length === 0) return false
  // Under nobody's name: the id is used once, and the log says whose update it came with.
  doc.clientID = globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  doc.transact(() => {
    for (const mend of mends) mend()
  })
  return true
}

/** What waits in a document for something that it refers to. */
const waitingIn = ({ store }: Y.Doc): string =>
  `${store.pendingStructs?.update.join() ?? ''} ${store.pendingDs?.join() ?? ''}`

function faultOf(title: Y.Text, transaction: Y.Transaction, key: string, mends: Mend[]): string | undefined {
  for (const [type, changes] of transaction.changed) {
    const node: unknown = type
    if (node === title) return 'the title'
    const fault = isWithinOwn(node, transaction, key)
      ? undefined
      : node instanceof Y.XmlText
        ? checkText(node, transaction, key, mends)
        : faultOfNode(node, changes, transaction, key, mends)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Whether it lies in a block that its sender has proposed: there they write as they like. */
function isWithinOwn(type: unknown, transaction: Y.Transaction, key: string): boolean {
  const parent = type instanceof Y.AbstractType ? type.parent : null
  for (let node: unknown = parent; node instanceof Y.XmlElement; node = node.parent) {
    if (isOwnNode(attributeBefore(node, SUGGESTED, transaction), key)) return true
  }
  return false
}

const isOwnNode = (value: unknown, key: string): boolean => {
  const found = nodeSuggestion(value)
  return found?.what === 'insertion' && isOwnSuggestion(found.id, key)
}

function faultOfNode(
  type: unknown,
  changes: ReadonlySet<string | null>,
  transaction: Y.Transaction,
  key: string,
  mends: Mend[],
): string | undefined {
  if (!(type instanceof Y.XmlFragment)) return 'a type that no page has'
  const isOwn = type instanceof Y.XmlElement && isOwnNode(attributeBefore(type, SUGGESTED, transaction), key)
  for (const name of changes) {
    const fault =
      name === null
        ? isOwn
          ? undefined
          : faultOfChildren(type, transaction, key, mends)
        : faultOfAttribute(type, name, isOwn, transaction, key, mends)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOfChildren(
  parent: Y.XmlFragment,
  transaction: Y.Transaction,
  key: string,
  mends: Mend[],
): string | undefined {
  for (let item = parent._start; item; item = item.right) {
    const [was, is] = [wasThere(item, transaction), isThere(item)]
    if (was === is) continue
    const child: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined
    if (child instanceof Y.XmlText) {
      const fault = checkText(child, transaction, key, mends)
      if (fault !== undefined) return fault
    } else if (!(child instanceof Y.XmlElement)) return 'a content that no page has'
    else if (is && !isOwnNode(child.getAttribute(SUGGESTED), key)) return 'a node that is not proposed'
    else if (was && !isOwnNode(attributeBefore(child, SUGGESTED, transaction), key)) return 'a node is gone'
  }
  return undefined
}

function faultOfAttribute(
  type: Y.XmlFragment,
  name: string,
  isOwn: boolean,
  transaction: Y.Transaction,
  key: string,
  mends: Mend[],
): string | undefined {
  if (!(type instanceof Y.XmlElement)) return 'a type that no page has'
  const [before, after] = [attributeBefore(type, name, transaction), type.getAttribute(name) as unknown]
  if (before === after) return undefined
  if (name !== SUGGESTED) return isOwn ? undefined : 'an attribute'
  if (isOwn) return isOwnNode(after, key) ? undefined : 'a suggestion is accepted'
  if (isFree(before, key) && isFree(after, key)) return undefined
  const first = nodeSuggestion(before)
  // Two propose at once that it goes: the first has said so, and goes on saying so when the second thinks better of it.
  if (first?.what !== 'deletion' || !isFree(after, key)) return 'the suggestion of somebody else'
  mends.push(() => type.setAttribute(name, `deletion:${first.id}`))
  return undefined
}

/** Nothing is proposed about the node, or its deletion by the sender. */
const isFree = (value: unknown, key: string): boolean => {
  if (value === undefined || value === null) return true
  const found = nodeSuggestion(value)
  return found?.what === 'deletion' && isOwnSuggestion(found.id, key)
}

function attributeBefore(node: Y.XmlElement, name: string, transaction: Y.Transaction): unknown {
  let item = node._map.get(name) ?? null
  while (item && isAdded(item, transaction)) item = item.left
  return item && wasThere(item, transaction) ? item.content.getContent().at(-1) : undefined
}
