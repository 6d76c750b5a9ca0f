/** What we need of KaTeX: the server loads it with the first formula, the editor on demand. */
export interface Typesetter {
  renderToString(tex: string, options: object): string
}

/** Longest formula that is typeset. */
export const MAX_FORMULA = 5_000

/** Trusted with nothing: no links, no images, no classes, no macros that grow. */
const OPTIONS = { output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, maxExpand: 500, maxSize: 20 }

/**
 * A formula as MathML, which carries its TeX; safe as HTML.
 * @param display on lines of its own
 * @throws what KaTeX says of a formula that it cannot read
 */
export function formulaMathml(katex: Typesetter, tex: string, display: boolean): string {
  if (tex.length > MAX_FORMULA) throw new RangeError('the formula is too long')
  return mathOnly(katex.renderToString(tex, { ...OPTIONS, displayMode: display }))
}

/**
 * Without KaTeX's own frame, without styles, which our content security policy forbids, and without colours, which nobody could read in one
 * of the two themes. Texts and values are escaped: what looks like a tag is one.
 */
function mathOnly(html: string): string {
  const inside = html.slice(html.indexOf('<math'), html.lastIndexOf('</math>') + '</math>'.length)
  return inside.replace(/<[^>]+>/g, (tag) => tag.replace(/ (?:style|mathcolor|mathbackground)="[^"]*"/g, ''))
}
