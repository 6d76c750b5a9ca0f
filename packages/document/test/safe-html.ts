import assert from 'node:assert/strict'
import sanitizeHtml from 'sanitize-html'

const TAGS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td a strong em s del hr br img input span label div aside'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'href title rel src alt loading start align type disabled checked class id role scope data-align data-callout data-title data-language data-type data-checked'.split(
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
