import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'

/** What a sign in the text asks for: `/` a command, `@` a person, `[[` a page. */
export type TriggerKind = 'command' | 'person' | 'page'

/** A sign and what was typed behind it, up to the caret. */
export interface Trigger {
  kind: TriggerKind
  from: number
  to: number
  query: string
}

const SIGNS: readonly [kind: TriggerKind, pattern: RegExp][] = [
  ['page', /\[\[([^\][\n]{0,60})$/u],
  ['person', /(?<=^|[\s('’«\u00a0\ufffc])@([\p{L}\p{N}'’-]{0,30}(?: [\p{L}\p{N}'’-]{0,30}){0,2})$/u],
  ['command', /(?<=^|[\s\ufffc])\/([\p{L}\p{N}'’-]{0,20}(?: [\p{L}\p{N}'’-]{1,20})?)$/u],
]
/** How far before the caret a sign is looked for. What is no text (an image, a mention) stands there as U+FFFC, and a sign may follow it. */
const REACH = 80

/** The sign that the text before the caret ends with. @param before the text of the line up to the caret */
export function signIn(before: string): { kind: TriggerKind; query: string; length: number } | null {
  for (const [kind, pattern] of SIGNS) {
    const match = pattern.exec(before)
    if (match) return { kind, query: match[1] ?? '', length: match[0].length }
  }
  return null
}

function triggerAt({ selection }: EditorState): Trigger | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  if ($from.marks().some(({ type }) => type.spec.code)) return null
  const start = Math.max(0, $from.parentOffset - REACH)
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc')
  const sign = signIn(before)
  return sign && { kind: sign.kind, query: sign.query, from: $from.pos - sign.length, to: $from.pos }
}

interface TriggerState {
  trigger: Trigger | null
  /** Escape was pressed on this sign: it is text from now on. */
  dismissed: boolean
  /** The id of the option that the keys stand on. */
  active: string | null
}

const closed: TriggerState = { trigger: null, dismissed: false, active: null }
const key = new PluginKey<TriggerState>('trigger')

/** The open sign; null where there is none. */
export const triggerIn = (state: EditorState): Trigger | null => {
  const now = key.getState(state)
  return now && !now.dismissed ? now.trigger : null
}

/** Says which option the keys stand on, so that a screen reader says it too; `dismiss` closes the list. */
export const tellTrigger = (state: EditorState, told: { active: string | null } | 'dismiss') =>
  state.tr.setMeta(key, told).setMeta('addToHistory', false)

/** The element that lists what a sign offers. */
export const TRIGGER_LIST = 'trigger-list'

/**
 * Watches for the signs. A list opens where one types, not where one only passes; it stays while the others write.
 * @param onKey the keys of the list, when it is open; true where it took one
 */
export const triggers = (onKey: (event: KeyboardEvent) => boolean): Plugin<TriggerState> =>
  new Plugin<TriggerState>({
    key,
    state: {
      init: () => closed,
      apply(tr, before, _old, state) {
        const told: unknown = tr.getMeta(key)
        if (told === 'dismiss') return { ...before, dismissed: true, active: null }
        if (typeof told === 'object' && told !== null && 'active' in told && before.trigger)
          return { ...before, active: typeof told.active === 'string' ? told.active : null }
        if (!tr.docChanged && !tr.selectionSet) return before
        const isTyped = tr.docChanged && ySyncPluginKey.getState(state)?.isChangeOrigin !== true
        if (!before.trigger && !isTyped) return closed
        const trigger = triggerAt(state)
        if (!trigger) return closed
        const isSame = before.trigger?.kind === trigger.kind && before.trigger.query === trigger.query
        return { trigger, dismissed: before.dismissed, active: isSame ? before.active : null }
      },
    },
    props: {
      handleKeyDown: (view, event) => triggerIn(view.state) !== null && !event.isComposing && onKey(event),
      attributes: (state): Record<string, string> => {
        if (!triggerIn(state)) return {}
        const active = key.getState(state)?.active
        return {
          'aria-autocomplete': 'list',
          'aria-controls': TRIGGER_LIST,
          ...(active ? { 'aria-activedescendant': active } : {}),
        }
      },
    },
  })
