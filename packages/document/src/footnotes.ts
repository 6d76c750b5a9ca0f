import type { TokenizerExtension, Tokens } from 'marked'
import { DocumentError, MAX_MARKDOWN } from './document-error.ts'
import { normalizeLabel, type References } from './inline-links.ts'

/** The definition of a footnote, as marked's block lexer hands it on. */
export interface DefinitionToken extends Tokens.Generic {
  type: 'footnote'
  label: string
  text: string
}

const DEFINITION = /^ {0,3}\[\^([^\]\s[]{1,100})\]:/
/** What ends a line that goes on without indentation: another block. */
const BLOCK = /^ {0,3}(?:[-+*>#|]|\d{1,9}[.)]|`{3}|~{3}|:{3}|\$\$)/
const REFERENCE = /\[\^([^\]\s[]{1,100})\]/y

/** Lines that go on: those up to a blank line, and what is indented behind it. */
function definitionEnd(source: string, from: number): number {
  let at = from
  let isBlank = false
  while (at < source.length) {
    const feed = source.indexOf('\n', at)
    const next = feed === -1 ? source.length : feed + 1
    const line = source.slice(at, next)
    const hasText = line.trim() !== ''
    const isNext = isBlank ? !/^(?: {2}|\t)/.test(line) : DEFINITION.test(line) || BLOCK.test(line)
    if (at > from && hasText && isNext) break
    isBlank = at > from && !hasText
    at = next
  }
  return at
}

/** `[^label]: text` for marked, before it takes that for the definition of a link. */
export const footnoteExtension: TokenizerExtension = {
  name: 'footnote',
  level: 'block',
  // Looks no further than the paragraph reaches, or a page would cost its square.
  start(source: string) {
    const end = source.indexOf('\n\n')
    const at = (end === -1 ? source : source.slice(0, end)).search(/\n {0,3}\[\^[^\]\s[]{1,100}\]:/)
    return at === -1 ? undefined : at + 1
  },
  tokenizer(source: string): DefinitionToken | undefined {
    const match = DEFINITION.exec(source)
    if (!match) return undefined
    const [head, label = ''] = match
    const end = definitionEnd(source, head.length)
    const text = source
      .slice(head.length, end)
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
    return { type: 'footnote', raw: source.slice(0, end), label: normalizeLabel(label), text }
  },
}

/** What a text defines for its brackets. */
export interface Definitions {
  links: References
  notes: Footnotes
}

/** The definitions of a text, and which of them were referred to. */
export class Footnotes {
  readonly #texts = new Map<string, string>()
  readonly #used = new Set<string>()
  #length = 0

  /** The first definition of a label counts. */
  define({ label, text }: DefinitionToken): void {
    if (!this.#texts.has(label)) this.#texts.set(label, text)
  }

  /** The reference `[^label]` at `at`, when its label has a definition. */
  read(source: string, at: number): { label: string; end: number } | null {
    if (this.#texts.size === 0) return null
    REFERENCE.lastIndex = at
    const label = normalizeLabel(REFERENCE.exec(source)?.[1] ?? '')
    return this.#texts.has(label) ? { label, end: REFERENCE.lastIndex } : null
  }

  /**
   * The text behind a reference. One that is referred to again is there again, since each reference has a note of its own.
   * @throws {DocumentError} document-too-large when that makes a bomb of it
   */
  use(label: string): string {
    const text = this.#texts.get(label) ?? ''
    this.#length += text.length
    if (this.#length > MAX_MARKDOWN) throw new DocumentError('document-too-large')
    this.#used.add(label)
    return text
  }

  /** The texts that nothing refers to. */
  unused(): string[] {
    return [...this.#texts].filter(([label]) => !this.#used.has(label)).map(([, text]) => text)
  }
}
