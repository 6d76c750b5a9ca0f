import { tokenizeInline } from './inline-parse.ts'
import type { References } from './inline-links.ts'
import type { InlineToken } from './inline-tokens.ts'
import type { LooseMark, LooseNode } from './tree.ts'

/** Which marks hold at a point, by name: begun and not ended. Ends without a beginning are ignored. */
class OpenMarks {
  readonly #open = new Map<string, LooseMark[]>()

  begin(mark: LooseMark): void {
    this.#open.set(mark.type, [...(this.#open.get(mark.type) ?? []), mark])
  }

  end(mark: LooseMark): void {
    this.#open.get(mark.type)?.pop()
  }

  now(): LooseMark[] {
    return [...this.#open.values()].flatMap((marks) => marks.slice(-1))
  }
}

/**
 * The paragraphs that an inline source holds: one, unless it has block-level tags such as `<p>`.
 * @param splits which tags begin a new paragraph
 */
export function parseInline(source: string, references: References, splits: (tag: string) => boolean): LooseNode[][] {
  const open = new OpenMarks()
  let current: LooseNode[] = []
  const paragraphs = [current]
  const text = (value: string, ...extra: LooseMark[]) => {
    if (value !== '') current.push({ type: 'text', text: value, marks: [...open.now(), ...extra] })
  }
  const add = (token: InlineToken) => {
    switch (token.kind) {
      case 'text':
        return text(token.text)
      case 'code':
        return text(token.text, { type: 'code' })
      case 'break':
        return current.push({ type: 'hardBreak' })
      case 'image': {
        const { src, alt, title } = token
        return current.push({ type: 'image', attrs: { src, alt, title }, marks: open.now() })
      }
      case 'on':
        return open.begin(token.mark)
      case 'off':
        return open.end(token.mark)
      case 'delimiter':
        for (const mark of token.off) open.end(mark)
        text(token.char.repeat(token.left))
        for (const mark of token.on) open.begin(mark)
        return
      case 'split':
        if (splits(token.tag)) paragraphs.push((current = []))
        else text(' ')
    }
  }
  for (const token of tokenizeInline(source, references)) add(token)
  return paragraphs
}

/** The inline content of a paragraph or heading, where block-level tags only separate words. */
export function parseInlineOnly(source: string, references: References): LooseNode[] {
  return parseInline(source, references, () => false).flat()
}
