import { type Definitions, Footnotes } from './footnotes.ts'
import { tokenizeInline } from './inline-parse.ts'
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
export function parseInline(source: string, definitions: Definitions, splits: (tag: string) => boolean): LooseNode[][] {
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
      case 'footnote':
        return current.push({ type: 'footnote', children: noteOf(token.label, definitions) })
      case 'math':
        return current.push({ type: 'math', children: [{ type: 'text', text: token.tex }] })
      case 'mention':
        return current.push({ type: 'mention', attrs: { ...token.target, label: token.label } })
      case 'file': {
        const { src, name, size } = token
        return current.push({ type: 'file', attrs: { src, name, size } })
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
  for (const token of tokenizeInline(source, definitions)) add(token)
  return paragraphs
}

/** What a footnote says; it has no footnotes of its own. */
function noteOf(label: string, { links, notes }: Definitions): LooseNode[] {
  return parseInlineOnly(notes.use(label).trim(), { links, notes: new Footnotes() })
}

/** The inline content of a paragraph or heading, where block-level tags only separate words. */
export function parseInlineOnly(source: string, definitions: Definitions): LooseNode[] {
  return parseInline(source, definitions, () => false).flat()
}
