import type { SuggestionItem } from '@cenacle/contract/suggestion'
import type { Suggestion } from '@cenacle/document/suggestions'
import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../lib/keys.ts'
import { useSuggestions } from '../../lib/suggestions.ts'
import { toast } from '../../ui/toasts.ts'
import { useSay } from '../texts/say.ts'
import { SuggestMode, type SuggestView } from './mode.ts'
import { isOwn, itemOf } from './people.ts'
import { refreshNames } from './suggesting.ts'

interface Suggesting {
  mode: SuggestMode
  view: SuggestView
  items: readonly SuggestionItem[]
}

const NONE: readonly SuggestionItem[] = []
const ASK_MS = 2_000

/** The mode of a person who writes or suggests in a page, and who proposed what. */
export function useSuggesting(pageId: string, personId: string, canWrite: boolean): Suggesting {
  const say = useSay()
  const [mode] = useState(() => new SuggestMode(personId, !canWrite))
  const view = useSyncExternalStore(mode.subscribe, mode.view)
  const { data: items = NONE } = useSuggestions(pageId)
  useEffect(() => mode.limit(!canWrite), [mode, canWrite])
  useEffect(() => {
    const nameOf = (one: Suggestion): string => {
      const name = itemOf(items, one)?.author?.name ?? say(isOwn(one, mode.key) ? 'suggest.you' : 'suggest.unknown')
      return say('suggest.by', { name })
    }
    mode.speak(nameOf, (why) => toast(say(`suggest.blocked.${why}`)))
  }, [mode, say, items])
  useUnknown(pageId, view, items, mode)
  return { mode, view, items }
}

/** What somebody else has just proposed is asked for by name. */
function useUnknown(pageId: string, { found }: SuggestView, items: readonly SuggestionItem[], mode: SuggestMode): void {
  const queries = useQueryClient()
  const isUnknown = found.some((one) => !itemOf(items, one) && !isOwn(one, mode.key))
  useEffect(() => {
    if (!isUnknown) return undefined
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.suggestions(pageId) }), ASK_MS)
    return () => clearTimeout(timer)
  }, [isUnknown, queries, pageId, items])
}

/** Shows new names in the text. */
export function useNames(editor: Editor | undefined, items: readonly SuggestionItem[]): void {
  useEffect(() => {
    if (editor && !editor.isDestroyed && items.length > 0) refreshNames(editor)
  }, [editor, items])
}
