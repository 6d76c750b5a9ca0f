import { mentionText, type Target } from './references.ts'
import type { LooseMark } from './tree.ts'

/** A run of `*`, `_` or `~` that may open or close emphasis. `left` characters are not used up yet. */
export interface Delimiter {
  kind: 'delimiter'
  char: string
  length: number
  left: number
  canOpen: boolean
  canClose: boolean
  /** Marks that end before, and that begin after, the characters that are left over. */
  off: LooseMark[]
  on: LooseMark[]
}

export type InlineToken =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'image'; src: string; alt: string; title: string | null }
  | { kind: 'break' }
  | { kind: 'footnote'; label: string }
  | { kind: 'math'; tex: string }
  | { kind: 'mention'; target: Target; label: string }
  | { kind: 'file'; src: string; name: string; size: number }
  /** Where a block-level tag begins or ends a paragraph. */
  | { kind: 'split'; tag: string }
  | { kind: 'on' | 'off'; mark: LooseMark }
  | Delimiter

/** The plain text of tokens: the alternative text of an image. */
export function tokenText(tokens: InlineToken[]): string {
  return tokens
    .map((token) => {
      if (token.kind === 'text' || token.kind === 'code') return token.text
      if (token.kind === 'image') return token.alt
      if (token.kind === 'delimiter') return token.char.repeat(token.left)
      if (token.kind === 'math') return token.tex
      if (token.kind === 'mention') return mentionText(token.target.kind, token.label)
      if (token.kind === 'file') return token.name
      return token.kind === 'break' ? ' ' : ''
    })
    .join('')
}
