import { readReference } from './entities.ts'
import { readAngled, readBare } from './inline-autolinks.ts'
import { charClass, flanking, processEmphasis } from './inline-emphasis.ts'
import type { Definitions } from './footnotes.ts'
import { type MissingEnds, readHtml } from './inline-html.ts'
import { readReferenceLink, readTarget } from './inline-links.ts'
import { readMath } from './inline-math.ts'
import { readReference as readOwn } from './inline-references.ts'
import { type InlineToken, tokenText } from './inline-tokens.ts'

interface Bracket {
  image: boolean
  /** Index of its token, and of the source behind it. */
  token: number
  at: number
}

const PLAIN = /[^\\`*_~[\]!<&$\n]+/y
const WORD = /[A-Za-z0-9.+:/-]+/y
const PUNCTUATION = /[!-/:-@[-`{-~]/

/**
 * The inline structure of one block, as tokens in order. Our own and not marked's, for two reasons: its time is linear
 * (marked needs seconds for 24 kB of `_a*`), and the serializer can rely on the rules of CommonMark to the letter.
 * Source: CommonMark 0.31.2, appendix "phase 2", with GFM's `~~` and bare addresses.
 */
export function tokenizeInline(source: string, definitions: Definitions): InlineToken[] {
  return new InlineParser(source, definitions).parse()
}

class InlineParser {
  readonly #source: string
  readonly #definitions: Definitions
  readonly #missing: MissingEnds = new Set()
  #tokens: InlineToken[] = []
  readonly #brackets: Bracket[] = []
  /** Brackets below this index open no link any more: no link inside a link. */
  #inactive = 0
  /** Start of the last run of backticks, by its length. */
  readonly #lastTicks = new Map<number, number>()
  #at = 0

  constructor(source: string, definitions: Definitions) {
    this.#source = source
    this.#definitions = definitions
    for (const { index, 0: run } of source.matchAll(/`+/g)) this.#lastTicks.set(run.length, index)
  }

  parse(): InlineToken[] {
    while (this.#at < this.#source.length) this.#next()
    processEmphasis(this.#tokens)
    return this.#tokens
  }

  #next(): void {
    const char = this.#source[this.#at] as string
    if (char === '\\') return this.#escape()
    if (char === '`') return this.#code()
    if (char === '*' || char === '_' || char === '~') return this.#delimiter(char)
    if (char === '[') return this.#bracket()
    if (char === '$') return this.#take(readMath(this.#source, this.#at), 1)
    if (char === '!' && this.#source[this.#at + 1] === '[') return this.#open(true, 2)
    if (char === ']') return this.#close()
    if (char === '\n') return this.#newline()
    if (char === '<') return this.#take(readAngled(this.#source, this.#at) ?? this.#html(), 1)
    if (char === '&') {
      const reference = readReference(this.#source, this.#at)
      return this.#take(reference && { tokens: [{ kind: 'text', text: reference.text }], end: reference.end }, 1)
    }
    this.#plain()
  }

  #html() {
    return readHtml(this.#source, this.#at, this.#missing)
  }

  /** Takes what was read, or else `length` characters as text. */
  #take(read: { tokens: InlineToken[]; end: number } | null, length: number): void {
    if (read) {
      this.#tokens.push(...read.tokens)
      this.#at = read.end
    } else this.#text(length)
  }

  #text(length: number): void {
    const text = this.#source.slice(this.#at, this.#at + length)
    const last = this.#tokens.at(-1)
    // A bracket remembers the token behind which it opened: text that follows must not grow into it.
    if (last?.kind === 'text' && this.#brackets.at(-1)?.token !== this.#tokens.length - 1) last.text += text
    else this.#tokens.push({ kind: 'text', text })
    this.#at += length
  }

  /** Text up to the next character that could mean something; a bare address is looked for where a word starts. */
  #plain(): void {
    PLAIN.lastIndex = this.#at
    const end = this.#at + (PLAIN.exec(this.#source)?.[0].length ?? 1)
    while (this.#at < end) {
      WORD.lastIndex = this.#at
      const word = WORD.exec(this.#source)?.[0]
      if (word === undefined) this.#text(1)
      else {
        const bare =
          /^(?:https?:\/\/|www\.)/i.test(word) || this.#source[this.#at + word.length] === '@' || this.#mailAhead(word)
        const read = bare && !this.#insideWord() ? readBare(this.#source, this.#at) : null
        this.#take(read, Math.min(word.length, end - this.#at))
      }
    }
  }

  /** `prenom_nom@…`: the underscore ends the plain run, so look a little further. */
  #mailAhead(word: string): boolean {
    const from = this.#at + word.length
    return this.#source[from] === '_' && this.#source.slice(from, from + 64).includes('@')
  }

  #insideWord(): boolean {
    return charClass(this.#source[this.#at - 1]) === 'other'
  }

  #escape(): void {
    const next = this.#source[this.#at + 1] ?? ''
    if (next === '\n') {
      this.#tokens.push({ kind: 'break' })
      this.#skipLine(this.#at + 2)
    } else if (PUNCTUATION.test(next)) {
      this.#at += 1
      this.#text(1)
    } else this.#text(1)
  }

  #newline(): void {
    const last = this.#tokens.at(-1)
    const hard = / {2,}$/.test(this.#source.slice(Math.max(0, this.#at - 2), this.#at))
    if (last?.kind === 'text' && !this.#isBracket()) last.text = last.text.replace(/(?<![ \t])[ \t]+$/, '')
    this.#tokens.push(hard ? { kind: 'break' } : { kind: 'text', text: ' ' })
    this.#skipLine(this.#at + 1)
  }

  #isBracket(): boolean {
    return this.#brackets.at(-1)?.token === this.#tokens.length - 1
  }

  #skipLine(from: number): void {
    this.#at = from
    while (this.#source[this.#at] === ' ' || this.#source[this.#at] === '\t') this.#at++
  }

  #code(): void {
    const run = /`+/y
    run.lastIndex = this.#at
    const ticks = run.exec(this.#source)?.[0].length ?? 1
    const end = this.#closingTicks(this.#at + ticks, ticks)
    if (end === -1) return this.#text(ticks)
    let text = this.#source.slice(this.#at + ticks, end).replace(/\n/g, ' ')
    if (/^ .*[^ ].* $/s.test(text)) text = text.slice(1, -1)
    this.#tokens.push({ kind: 'code', text })
    this.#at = end + ticks
  }

  #closingTicks(from: number, ticks: number): number {
    if ((this.#lastTicks.get(ticks) ?? -1) < from) return -1
    const runs = /`+/g
    runs.lastIndex = from
    for (let run = runs.exec(this.#source); run; run = runs.exec(this.#source)) {
      if (run[0].length === ticks) return run.index
    }
    return -1
  }

  #delimiter(char: string): void {
    let end = this.#at
    while (this.#source[end] === char) end++
    const before = charClass(lastChar(this.#source, this.#at))
    const after = charClass(String.fromCodePoint(this.#source.codePointAt(end) ?? 32))
    const length = end - this.#at
    this.#tokens.push({
      kind: 'delimiter',
      char,
      length,
      left: length,
      ...flanking(char, before, after),
      off: [],
      on: [],
    })
    this.#at = end
  }

  #bracket(): void {
    const note = this.#definitions.notes.read(this.#source, this.#at)
    if (!note) return this.#open(false, 1)
    this.#tokens.push({ kind: 'footnote', label: note.label })
    this.#at = note.end
  }

  #open(image: boolean, length: number): void {
    this.#brackets.push({ image, token: this.#tokens.length, at: this.#at + length })
    this.#tokens.push({ kind: 'text', text: this.#source.slice(this.#at, this.#at + length) })
    this.#at += length
  }

  #close(): void {
    const bracket = this.#brackets.pop()
    const inactive = this.#brackets.length < this.#inactive
    this.#inactive = Math.min(this.#inactive, this.#brackets.length)
    if (!bracket || (inactive && !bracket.image)) return this.#text(1)
    const label = this.#source.slice(bracket.at, Math.min(this.#at, bracket.at + 1000))
    const target =
      readTarget(this.#source, this.#at + 1) ??
      readReferenceLink(this.#source, this.#at + 1, label, this.#definitions.links)
    if (!target) return this.#text(1)
    const inner = this.#tokens.splice(bracket.token).slice(1)
    processEmphasis(inner)
    const own = bracket.image ? null : readOwn(this.#source.slice(bracket.at, this.#at), inner, target)
    if (bracket.image)
      this.#tokens.push({ kind: 'image', src: target.href, alt: tokenText(inner), title: target.title })
    else if (own) {
      this.#tokens.push(own)
      this.#inactive = this.#brackets.length
    } else this.#link(inner, target)
    this.#at = target.end
  }

  #link(inner: InlineToken[], { href, title }: { href: string; title: string | null }): void {
    const mark = { type: 'link', attrs: { href, title } }
    const isLink = (token: InlineToken) => (token.kind === 'on' || token.kind === 'off') && token.mark.type === 'link'
    this.#tokens.push({ kind: 'on', mark })
    for (const token of inner) {
      if (token.kind === 'delimiter') token.canOpen = token.canClose = false
      if (!isLink(token)) this.#tokens.push(token)
    }
    this.#tokens.push({ kind: 'off', mark })
    this.#inactive = this.#brackets.length
  }
}

/** The character that ends at `at`, surrogate pairs whole. */
function lastChar(source: string, at: number): string | undefined {
  if (at === 0) return undefined
  const low = source.charCodeAt(at - 1)
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1
  return source.slice(pair ? at - 2 : at - 1, at)
}
