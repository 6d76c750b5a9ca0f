import assert from 'node:assert/strict'
import sanitizeHtml from 'sanitize-html'

const TAGS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td a strong em s del hr br img input span label div aside sup section'.split(
    ' ',
  ),
)
/** The MathML that can do nothing: no links, no actions, no annotation of HTML. */
const MATHML =
  /^(?:math|semantics|mrow|mi|mn|mo|ms|mtext|mspace|mover|munder|munderover|msub|msup|msubsup|mmultiscripts|mprescripts|none|mfrac|mroot|msqrt|mstyle|mpadded|mphantom|menclose|mtable|mtr|mtd|mlabeledtr|annotation)$/
const MATHML_ATTRIBUTES = new Set(
  'xmlns display class encoding displaystyle scriptlevel mathvariant mathsize stretchy fence separator symmetric largeop movablelimits form accent accentunder lspace rspace minsize maxsize width height depth voffset linethickness notation rowspacing columnspacing columnalign columnlines rowlines rowalign lquote rquote side linebreak'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'href title rel src alt loading start align type disabled checked class id role scope data-align data-callout data-title data-language data-type data-checked data-mention data-id data-label data-file data-size data-decorative download aria-label aria-labelledby'.split(
    ' ',
  ),
)

/** Parses HTML again, as sanitize-html's parser does, and asserts that nothing in it can run, load or deceive. */
export function assertSafe(html: string, context: string): void {
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tagName, attribs) => {
        if (MATHML.test(tagName)) {
          for (const name of Object.keys(attribs))
            assert.ok(MATHML_ATTRIBUTES.has(name), `${name} on <${tagName}> in ${context}`)
          return { tagName, attribs }
        }
        assert.ok(TAGS.has(tagName), `<${tagName}> in ${context}`)
        for (const [name, value] of Object.entries(attribs)) {
          assert.ok(ATTRIBUTES.has(name), `${name} on <${tagName}> in ${context}`)
          if (name === 'href')
            assert.match(value, /^(?:https?:\/\/|mailto:|#|(?![\\/]{2})[^:/?#]*(?:[/?#].*)?$)/is, context)
          if (name === 'src') assert.match(value, /^(?![\\/]{2})[^:/?#\\]*(?:[/?#][^\\]*)?$/, context)
        }
        return { tagName, attribs }
      },
    },
  })
}
