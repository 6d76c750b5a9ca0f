import { createRequire } from 'node:module'
import { escapeHtml } from './escape-html.ts'

type Katex = typeof import('katex').default

/** Longest formula that is typeset, and the most TeX of one page: what goes beyond is shown as it was written. */
const MAX_FORMULA = 5_000
const MAX_PAGE = 50_000

const require = createRequire(import.meta.url)
let loaded: Katex | undefined

/** Loaded with the first formula: most pages have none. */
const katex = (): Katex => (loaded ??= require('katex') as Katex)

/**
 * Formulas as MathML, which browsers and screen readers know by themselves, and which carries its TeX. KaTeX is trusted with nothing: no
 * links, no images, no classes, no macros that grow; what it cannot read is shown as it was written.
 */
export class FormulaWriter {
  #left = MAX_PAGE

  /** A formula as HTML. @param display on lines of its own */
  write(tex: string, display: boolean): string {
    const content = this.#mathml(tex, display) ?? `<code class="math-source">${escapeHtml(tex)}</code>`
    return display ? `<div class="math-block">${content}</div>` : `<span class="math">${content}</span>`
  }

  #mathml(tex: string, displayMode: boolean): string | null {
    this.#left -= tex.length
    if (tex === '' || tex.length > MAX_FORMULA || this.#left < 0) return null
    try {
      const html = katex().renderToString(tex, {
        output: 'mathml',
        displayMode,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 500,
        maxSize: 20,
      })
      return mathOnly(html)
    } catch {
      return null
    }
  }
}

/**
 * Without KaTeX's own frame, without styles, which our content security policy forbids, and without colours, which nobody could read in one
 * of the two themes. Texts and values are escaped: what looks like a tag is one.
 */
function mathOnly(html: string): string {
  const inside = html.slice(html.indexOf('<math'), html.lastIndexOf('</math>') + '</math>'.length)
  return inside.replace(/<[^>]+>/g, (tag) => tag.replace(/ (?:style|mathcolor|mathbackground)="[^"]*"/g, ''))
}
