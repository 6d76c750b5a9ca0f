import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { personColor } from '@cenacle/contract/person-color'
import { personOf, type Present } from '../live/people.ts'

const key = new PluginKey<DecorationSet>('carets')
/** How long a name stands beside a caret after it has moved. */
const NAMED_MS = 2_000
const PUBLISH_MS = 80

/** « Inès Caradec » → « Inès C. »: a label must not cover a line. */
const shortName = (name: string): string => {
  const [first = '', ...rest] = name.split(/\s+/)
  const last = rest.at(-1)?.charAt(0)
  return last ? `${first} ${last}.` : first
}

/** The carets of the others in the text, each with a name for two seconds after it moved and a dot afterwards; and one's own, for them. */
export function carets(awareness: Awareness): Plugin {
  const labels = new Map<number, HTMLElement>()
  const labelOf = (client: number, person: Present): HTMLElement => {
    const known = labels.get(client)
    if (known) return known
    const label = caretElement(person)
    labels.set(client, label)
    return label
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before, _old, state) {
        const remote = ySyncPluginKey.getState(state)?.isChangeOrigin === true
        return remote || tr.getMeta(key) ? decorate(state, awareness, labelOf) : before.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const stopShowing = showOthers(view, awareness, labels)
      const own = publishOwn(view, awareness)
      return {
        update: (_view, before) => own.update(before),
        destroy: () => {
          stopShowing()
          own.stop()
        },
      }
    },
  })
}

function caretElement({ id, name }: Present): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `caret person-${personColor(id)}`
  caret.dataset['person'] = id
  // What others type is not read aloud; who is here is said above the text.
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.className = 'caret-label'
  label.textContent = shortName(name)
  caret.title = name
  caret.append(label)
  return caret
}

function decorate(
  state: EditorState,
  awareness: Awareness,
  labelOf: (client: number, person: Present) => HTMLElement,
): DecorationSet {
  const sync = ySyncPluginKey.getState(state)
  if (!sync?.binding || sync.binding.mapping.size === 0) return DecorationSet.empty
  const positionOf = (value: unknown): number | null => {
    const relative = Y.createRelativePositionFromJSON(value)
    const position: unknown = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping)
    return typeof position === 'number' ? Math.min(position, state.doc.content.size) : null
  }
  const decorations: Decoration[] = []
  for (const [client, { cursor, ...rest }] of awareness.getStates()) {
    const person = personOf(rest)
    if (client === awareness.clientID || !cursor || !person) continue
    const anchor = positionOf(cursor.anchor)
    const head = positionOf(cursor.head)
    if (anchor === null || head === null) continue
    decorations.push(Decoration.widget(head, () => labelOf(client, person), { key: String(client), side: 10 }))
    if (anchor !== head) {
      const attributes = { class: `caret-selection person-${personColor(person.id)}` }
      decorations.push(Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), attributes))
    }
  }
  return DecorationSet.create(state.doc, decorations)
}

/** Redraws when somebody moves, names who moved, and forgets who left. @returns stops it */
function showOthers(view: EditorView, awareness: Awareness, labels: Map<number, HTMLElement>): () => void {
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  const name = (client: number): void => {
    const label = labels.get(client)
    if (!label) return
    label.classList.toggle('below', coversOwnLine(view, label))
    label.classList.add('named')
    clearTimeout(timers.get(client))
    timers.set(
      client,
      setTimeout(() => label.classList.remove('named'), NAMED_MS),
    )
  }
  const cursors = new Map<number, string>()
  const hasMoved = (client: number): boolean => {
    const { cursor, typing } = awareness.getStates().get(client) ?? {}
    const now = JSON.stringify(cursor)
    const before = cursors.get(client)
    cursors.set(client, now)
    return typing === true || now !== before
  }
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if (view.isDestroyed) return
    view.dispatch(view.state.tr.setMeta(key, true))
    for (const client of removed) {
      labels.delete(client)
      cursors.delete(client)
    }
    for (const client of [...added, ...updated]) if (hasMoved(client)) name(client)
  }
  awareness.on('change', onChange)
  // The first drawing waits until the text is bound to the screen.
  const first = setTimeout(() => onChange({ added: [], updated: [], removed: [] }), 0)
  return () => {
    clearTimeout(first)
    awareness.off('change', onChange)
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

/** A label stands over the line above its caret; where that is the line one is writing in, it goes below. */
function coversOwnLine(view: EditorView, caret: HTMLElement): boolean {
  if (!view.hasFocus() || !caret.isConnected) return false
  const own = view.coordsAtPos(view.state.selection.head)
  const { top, height } = caret.getBoundingClientRect()
  return own.bottom > top - height && own.bottom <= top + height / 2
}

/** Tells the others where one's caret is and whether one types; the server adds the name. */
function publishOwn(view: EditorView, awareness: Awareness) {
  let typing: ReturnType<typeof setTimeout> | undefined
  let due: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const publish = (): void => {
    due = undefined
    const sync = ySyncPluginKey.getState(view.state)
    if (view.isDestroyed || !sync?.binding || awareness.getLocalState() === null) return
    const relative = (position: number): unknown =>
      absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
    const { anchor, head } = view.state.selection
    const state = {
      cursor: view.hasFocus() ? { anchor: relative(anchor), head: relative(head) } : null,
      typing: typing !== undefined,
    }
    const text = JSON.stringify(state)
    if (text === told) return
    told = text
    awareness.setLocalState(state)
  }
  const soon = (): void => void (due ??= setTimeout(publish, PUBLISH_MS))
  const typed = (): void => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      typing = undefined
      soon()
    }, NAMED_MS)
  }
  view.dom.addEventListener('focus', soon)
  view.dom.addEventListener('blur', soon)
  return {
    update(before: EditorState): void {
      const isOwn = ySyncPluginKey.getState(view.state)?.isChangeOrigin !== true
      if (isOwn && !before.doc.eq(view.state.doc)) typed()
      soon()
    },
    stop(): void {
      clearTimeout(typing)
      clearTimeout(due)
      view.dom.removeEventListener('focus', soon)
      view.dom.removeEventListener('blur', soon)
    },
  }
}
