import { createRequire } from 'node:module'
import { escapeHtml } from './escape-html.ts'
import { formulaMathml, type Typesetter } from './formula.ts'

/** The most TeX of one page that is typeset; what goes beyond is shown as it was written. */
const MAX_PAGE = 50_000

const require = createRequire(import.meta.url)
let loaded: Typesetter | undefined

/** Loaded with the first formula: most pages have none. */
const katex = (): Typesetter => (loaded ??= require('katex') as Typesetter)

/**
 * The formulas of one page as MathML, which browsers and screen readers know by themselves; what KaTeX cannot read is shown as it was
 * written.
 */
export class FormulaWriter {
  #left = MAX_PAGE

  /** A formula as HTML. @param display on lines of its own */
  write(tex: string, display: boolean): string {
    const content = this.#mathml(tex, display) ?? `<code class="math-source">${escapeHtml(tex)}</code>`
    return display ? `<div class="math-block">${content}</div>` : `<span class="math">${content}</span>`
  }

  #mathml(tex: string, display: boolean): string | null {
    this.#left -= tex.length
    if (tex === '' || this.#left < 0) return null
    try {
      return formulaMathml(katex(), tex, display)
    } catch {
      return null
    }
  }
}
