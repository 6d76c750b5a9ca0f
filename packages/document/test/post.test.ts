import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DocumentError } from '../src/document-error.ts'
import { renderPost } from '../src/post.ts'
import { createPostRenderer } from '../src/post-renderer.ts'
import { payloads } from './payloads.ts'
import { assertSafe } from './safe-html.ts'
import { nastyInputs, withoutShared } from './shared.ts'

const renderer = createPostRenderer()
/** With time enough for a short post, however busy the machine is. */
const patient = createPostRenderer({ deadlineMs: 1500 })
after(() => Promise.all([renderer.close(), patient.close()]))

/** Takes marked several seconds. */
const COSTLY = '_a*'.repeat(12_000)

test('renders what a post may hold', () => {
  const html = renderPost(
    '# Titre\n\n- [x] fait\n\n> ~~a~~ **b** `c`\nd\n\n| e |\n| :-: |\n| f |\n\n```js\n\tg < h\n```\n\n***',
  )
  assert.match(html, /<h3>Titre<\/h3>/)
  assert.match(html, /<input type="checkbox" disabled checked \/> fait/)
  assert.match(html, /<del>a<\/del> <strong>b<\/strong> <code>c<\/code><br \/>d/)
  assert.match(html, /<th align="center">e<\/th>/)
  assert.match(html, /<code class="language-js">\tg &lt; h\n<\/code>/)
  assert.match(html, /<hr \/>/)
})

test('links say where they come from, images come from here, raw HTML is shown', () => {
  const html = renderPost('[a](https://a.example) ![b](/api/files/1) ![c](https://evil.example/c.png) <b>d</b>')
  assert.match(html, /<a href="https:\/\/a.example" rel="nofollow noopener noreferrer ugc">a<\/a>/)
  assert.match(html, /<img src="\/api\/files\/1" alt="b" loading="lazy" \/>/)
  assert.match(html, /<a href="https:\/\/evil.example\/c.png" rel="nofollow noopener noreferrer ugc">c<\/a>/)
  assert.match(html, /&lt;b&gt;d&lt;\/b&gt;/)
  assert.equal([...html.matchAll(/<img/g)].length, 1)
})

test('no payload comes through', () => {
  assert.ok(payloads.length >= 30)
  for (const payload of payloads) {
    const html = renderPost(payload)
    assertSafe(html, payload)
    for (const [, src] of html.matchAll(/<img[^>]* src="([^"]*)"/g))
      assert.match(src ?? '', /^\/api\/files\/(?!.*\.\.)/, payload)
  }
})

test('nasty bodies render safely or are refused by code, each by its deadline', { skip: withoutShared }, async (t) => {
  const bodies = (await nastyInputs()).filter(
    ({ where, value }) => /body|any text/.test(where) && typeof value === 'string',
  )
  assert.ok(bodies.length >= 15)
  const refused: string[] = []
  for (const { name, value } of bodies) {
    try {
      assertSafe(await renderer.render(String(value)), name)
    } catch (error) {
      assert.ok(error instanceof DocumentError, `${name}: ${String(error)}`)
      refused.push(`${name} (${error.code})`)
    }
  }
  t.diagnostic(`${bodies.length} bodies, refused: ${refused.join(', ')}`)
})

test('a post over its deadline is refused, and those behind it are not', async () => {
  const results = await Promise.allSettled(['a', COSTLY, 'b', 'c'].map((markdown) => patient.render(markdown)))
  const told = results.map((result) =>
    result.status === 'fulfilled' ? result.value.trim() : (result.reason as DocumentError).code,
  )
  assert.deepEqual(told, ['<p>a</p>', 'markdown-too-costly', '<p>b</p>', '<p>c</p>'])
})

test('what is too large or too deep is refused by its own code', async () => {
  await assert.rejects(patient.render('> '.repeat(5000)), { code: 'document-too-deep' })
  await assert.rejects(patient.render('x'.repeat(1_048_577)), { code: 'document-too-large' })
})

test('a closed renderer refuses, also what was waiting', async () => {
  const own = createPostRenderer()
  const waiting = own.render('a')
  await Promise.all([assert.rejects(waiting, /closed/), own.close()])
  await assert.rejects(own.render('b'), /closed/)
})
