import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { usePeopleFor } from '../../../editor/pick/sources.ts'

const MOST = 6
/** An @ that begins a word, up to two words after it: what may be the beginning of a name. */
const ASKED = /(?:^|[\s(«"'])@([\p{L}\p{M}'’-]{0,40}(?: [\p{L}\p{M}'’-]{0,40})?)$/u

interface Asked {
  /** Where the @ stands in the text. */
  at: number
  words: string
}
export interface Mentions {
  id: string
  people: readonly { id: string; name: string }[]
  index: number
  choose: (name: string) => void
  close: () => void
  onInput: () => void
  /** @returns true when the key was for the list */
  onKeyDown: (event: KeyboardEvent) => boolean
}

/** People of a space whose name goes on as it was begun after an @. @param write replaces the text of the field */
export function useMentions(
  box: RefObject<HTMLElement | null>,
  spaceId: string,
  write: (text: string) => void,
): Mentions {
  const id = useId()
  const [asked, setAsked] = useState<Asked>()
  const [index, setIndex] = useState(0)
  const people = usePeopleFor(spaceId, asked?.words).found.slice(0, MOST)
  const close = (): void => setAsked(undefined)
  const field = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null
  const choose = (name: string): void => {
    const area = field()
    if (!area || !asked) return
    const [before, after] = [`${area.value.slice(0, asked.at)}@${name} `, area.value.slice(area.selectionStart)]
    write(before + after)
    close()
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(before.length, before.length)
    })
  }
  const onInput = (): void => {
    const area = field()
    const before = area?.value.slice(0, area.selectionStart) ?? ''
    const found = ASKED.exec(before)
    setIndex(0)
    setAsked(found ? { at: before.length - (found[1] ?? '').length - 1, words: found[1] ?? '' } : undefined)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const person = people[index]
    if (!person) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setIndex((index + (event.key === 'ArrowDown' ? 1 : -1) + people.length) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(person.name)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { id, people, index, choose, close, onInput, onKeyDown }
}
