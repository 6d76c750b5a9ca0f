import { suggestionKey } from '@cenacle/document/annotations'
import type { Suggestion } from '@cenacle/document/suggestions'
import type { Blocked, Proposer } from './proposal.ts'

/** A deletion goes on with the one beside it when it is made within this time, in ms. */
const RECENT_MS = 3_000

/** What the screen shows of the suggestions of a text; a new object when something changes. */
export interface SuggestView {
  isOn: boolean
  /** One may only suggest. */
  isOnly: boolean
  found: readonly Suggestion[]
  /** The one that the caret is in. */
  current: Suggestion | undefined
}

/** Whether what one writes is a suggestion, and what is suggested in the text. */
export class SuggestMode {
  readonly key: string
  readonly #listeners = new Set<() => void>()
  readonly #session = Math.random().toString(36).slice(2, 8).padEnd(6, '0')
  #view: SuggestView
  #nameOf: (suggestion: Suggestion) => string = () => ''
  #onBlocked: (why: Blocked) => void = () => {}
  #onStep: (by: 1 | -1) => boolean = () => false
  #count = 0
  #current: string | undefined
  #touched = 0

  constructor(personId: string, isOnly: boolean) {
    this.key = suggestionKey(personId)
    this.#view = { isOn: isOnly, isOnly, found: [], current: undefined }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): SuggestView => this.#view

  get isOn(): boolean {
    return this.#view.isOn
  }

  /** To write or to suggest; who may only suggest stays at that. */
  turn(isOn: boolean): void {
    this.#show({ isOn: isOn || this.#view.isOnly })
  }

  /** One's rights have changed. */
  limit(isOnly: boolean): void {
    if (isOnly !== this.#view.isOnly) this.#show({ isOnly, isOn: isOnly || this.#view.isOn })
  }

  /** The text has changed, or the caret has moved. */
  look(found: readonly Suggestion[], current: Suggestion | undefined): void {
    if (found !== this.#view.found || current !== this.#view.current) this.#show({ found, current })
  }

  /** How it is said who proposed something, and who hears that something may not be proposed. */
  speak(nameOf: (suggestion: Suggestion) => string, onBlocked: (why: Blocked) => void): void {
    this.#nameOf = nameOf
    this.#onBlocked = onBlocked
  }

  nameOf(suggestion: Suggestion): string {
    return this.#nameOf(suggestion)
  }

  blocked(why: Blocked): void {
    this.#onBlocked(why)
  }

  /** Who goes from one suggestion to another. @returns stops it */
  steps(onStep: (by: 1 | -1) => boolean): () => void {
    this.#onStep = onStep
    return () => {
      this.#onStep = () => false
    }
  }

  /** A key asks for the next suggestion, or the one before. @returns whether there is one */
  step(by: 1 | -1): boolean {
    return this.#onStep(by)
  }

  proposer(): Proposer {
    return {
      key: this.key,
      newId: () => `${this.key}-${this.#session}${((this.#count += 1)).toString(36)}`,
      current: this.#current,
      isRecent: performance.now() - this.#touched < RECENT_MS,
    }
  }

  /** Something was proposed under this id. */
  proposed(id: string): void {
    this.#current = id
    this.#touched = performance.now()
  }

  #show(change: Partial<SuggestView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
