import { Marked, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { DocumentError } from './document-error.ts'
import { escapeHtml } from './escape-html.ts'
import { prepareMarkdown, restoreTabs } from './markdown-source.ts'
import { isLocalImage, safeHref } from './urls.ts'

/** Longest HTML of one post, in UTF-16 code units. */
export const MAX_HTML = 1_048_576
const FILES = /^\/api\/files\/[A-Za-z0-9][\w.~%/-]*(?:\?[\w.~%&=-]*)?$/

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // What somebody types in angle brackets is text to them: shown, not run.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
  },
})

/** Headings of a post stand below those of the page around it. */
const SHIFTED = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' }

/** The image of a post: a file of ours, or a link to where it is (loading it would betray the reader). */
function imageTag(_: string, { src, alt, title }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (src !== undefined && isLocalImage(src) && FILES.test(src) && !src.includes('..')) {
    return { tagName: 'img', attribs: { src, alt: alt ?? '', loading: 'lazy', ...(title ? { title } : {}) } }
  }
  return linkTag('a', { href: src ?? '' }, alt || src)
}

function linkTag(_: string, { href, title }: sanitizeHtml.Attributes, text?: string): sanitizeHtml.Tag {
  const safe = safeHref(href)
  const label = text === undefined ? {} : { text }
  if (safe === null) return { tagName: 'span', attribs: {}, ...label }
  const attribs = { href: safe, rel: 'nofollow noopener noreferrer ugc', ...(title ? { title } : {}) }
  return { tagName: 'a', attribs, ...label }
}

const cellAttributes = [{ name: 'align', values: ['left', 'center', 'right'] }]

const rules: sanitizeHtml.IOptions = {
  allowedTags:
    'p h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td a strong em del hr br img input span'.split(
      ' ',
    ),
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    th: cellAttributes,
    td: cellAttributes,
    input: [{ name: 'type', values: ['checkbox'] }, 'disabled', 'checked'],
    code: ['class'],
  },
  allowedClasses: { code: [/^language-[\w+#-]{1,40}$/] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 200,
  transformTags: {
    ...SHIFTED,
    a: (name, attribs) => linkTag(name, attribs),
    img: imageTag,
    input: (tagName, { checked }) => ({
      tagName,
      attribs: { type: 'checkbox', disabled: '', ...(checked === undefined ? {} : { checked: '' }) },
    }),
  },
}

/**
 * A forum post as HTML that is safe to show: marked, then an allow-list. Raw HTML is shown as text, remote images
 * become links, links carry `rel="nofollow noopener noreferrer ugc"`. May take seconds on hostile input: run it
 * through `post-renderer.ts`.
 * @throws {DocumentError} document-too-deep, document-too-large
 */
export function renderPost(markdown: string): string {
  const html = marked.parse(prepareMarkdown(markdown), { async: false })
  if (html.length > 2 * MAX_HTML) throw new DocumentError('document-too-large')
  const clean = sanitizeHtml(restoreTabs(html), rules)
  if (clean.length > MAX_HTML) throw new DocumentError('document-too-large')
  return clean
}
