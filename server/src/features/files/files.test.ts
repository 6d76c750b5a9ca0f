import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { reencodeImage } from './images.ts'

let t: TestApp
let spaceId: string
let ann: Caller
let reader: Caller
let stranger: Caller
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const [a, r, s] = [await aPerson(db), await aPerson(db), await aPerson(db)]
  spaceId = (
    await aSpace(db, 'loop', [
      { id: a.id, role: 'facilitator' },
      { id: r.id, role: 'reader' },
    ])
  ).id
  ;[ann, reader, stranger] = [await t.as(a.id), await t.as(r.id), await t.as(s.id)]
})
after(() => t.close())

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#8a3b12' } })

async function send(who: Caller, bytes: Uint8Array, name = 'photo.jpg', to = 'files') {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const answer = await t.app.inject({
    method: 'POST',
    url: `/api/spaces/${spaceId}/${to}`,
    headers: {
      cookie: who.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('an image is written anew without its metadata, and read with the rights of its space', async () => {
  const bytes = await picture()
    .withExif({ IFD0: { Artist: 'SECRET-42' } })
    .jpeg()
    .toBuffer()
  assert.ok(bytes.includes('SECRET-42'))
  const { status, body } = await send(ann, bytes, '../../plage<script>.jpg')
  assert.equal(status, 201)
  assert.match(body.key, /^[0-9a-f]{40}$/)
  assert.deepEqual([body.url, body.type, body.width, body.height], [`/api/files/${body.key}`, 'image/webp', 40, 20])
  const answer = await t.app.inject({ url: body.url, headers: { cookie: reader.cookie } })
  assert.equal(answer.statusCode, 200)
  assert.ok(!answer.rawPayload.includes('SECRET-42'))
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.match(String(answer.headers['content-security-policy']), /^sandbox/)
  assert.match(String(answer.headers['cache-control']), /^private/)
  const unknown = await stranger.get(`/api/files/${'0'.repeat(40)}`)
  const hidden = await stranger.get(body.url)
  assert.deepEqual([hidden.status, hidden.body.code], [404, unknown.body.code])
  assert.equal((await t.anonymous.get(body.url)).status, 401)
  assert.equal((await t.anonymous.get(`/api/files/${'0'.repeat(40)}`)).status, 401)
})

test('who only reads brings nothing in, who is outside learns nothing', async () => {
  const bytes = await picture().png().toBuffer()
  assert.equal((await send(reader, bytes)).status, 403)
  assert.equal((await send(stranger, bytes)).status, 404)
})

test('what is no raster image is refused, whatever its name', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  )
  const png = await picture().png().toBuffer()
  for (const [bytes, name] of [
    [svg, 'a.svg'],
    [svg, 'a.png'],
    [Buffer.from('%PDF-1.7\n1 0 obj'), 'a.jpg'],
    [png.subarray(0, 30), 'a.png'],
    [Buffer.alloc(0), 'a.png'],
  ] as const) {
    const { status, body } = await send(ann, bytes, name)
    assert.deepEqual([status, body.code], [422, 'unsupported-image'], name)
  }
  const large = await send(ann, Buffer.alloc(10 * 1024 * 1024 + 1))
  assert.equal(large.status, 413)
})

test('large pictures are made smaller, moving ones keep moving, and an import draws an SVG', async () => {
  const wide = await reencodeImage(await picture(4_000, 100).png().toBuffer())
  assert.deepEqual([wide.width, wide.height], [2_400, 60])
  const frames = Buffer.concat([Buffer.alloc(10 * 10 * 3, 0), Buffer.alloc(10 * 10 * 3, 255)])
  const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 } as const
  const gif = await sharp(frames, { raw })
    .gif({ delay: [100, 100] })
    .toBuffer()
  const moving = await reencodeImage(gif)
  assert.deepEqual([(await sharp(moving.bytes).metadata()).pages, moving.height], [2, 10])
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>',
  )
  assert.equal((await sharp((await reencodeImage(svg, { imported: true })).bytes).metadata()).format, 'webp')
  await assert.rejects(reencodeImage(svg), { code: 'unsupported-image' })
})

test('a document is downloaded under its name, and never shown', async () => {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj')
  const { status, body } = await send(ann, bytes, '../Compte rendu (été).pdf', 'attachments')
  assert.deepEqual(
    [status, body.type, body.size, body.name],
    [201, 'application/pdf', bytes.length, 'Compte rendu (été).pdf'],
  )
  const answer = await t.app.inject({ url: body.url, headers: { cookie: reader.cookie } })
  assert.deepEqual(answer.rawPayload, bytes)
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.match(String(answer.headers['content-security-policy']), /^sandbox/)
  const named = String(answer.headers['content-disposition'])
  assert.equal(named, "attachment; filename*=UTF-8''Compte%20rendu%20%28%C3%A9t%C3%A9%29.pdf")
  assert.equal((await stranger.get(body.url)).status, 404)
  for (const [text, name] of [
    ['nom;âge\n', 'liste.csv'],
    ['PK\u0003\u0004', 'plan.ODT'],
    ['Bonjour', 'note.txt'],
  ] as const)
    assert.equal((await send(ann, Buffer.from(text), name, 'attachments')).status, 201, name)
})

test('what is not what its name says, or could run, is no document', async () => {
  for (const [text, name] of [
    ['<script>alert(1)</script>', 'page.html'],
    ['<svg/>', 'dessin.svg'],
    ['MZ\u0000', 'outil.exe'],
    ['bonjour', 'faux.pdf'],
    ['bonjour', 'faux.docx'],
    ['a\u0000\u00ff', 'binaire.txt'],
    ['', 'vide.txt'],
    ['bonjour', 'sans-fin'],
  ] as const) {
    const { status, body } = await send(ann, Buffer.from(text, 'latin1'), name, 'attachments')
    assert.deepEqual([status, body.code], [422, 'unsupported-file'], name)
  }
  assert.equal((await send(reader, Buffer.from('%PDF-'), 'a.pdf', 'attachments')).status, 403)
  assert.equal((await send(stranger, Buffer.from('%PDF-'), 'a.pdf', 'attachments')).status, 404)
  assert.equal((await send(ann, Buffer.alloc(20 * 1024 * 1024 + 1), 'a.txt', 'attachments')).status, 413)
})

test('a form that is cut off, or whose boundary is none, is the caller’s fault', async () => {
  const part = (name: string) => `--x\r\nContent-Disposition: form-data; ${name}\r\n\r\nabc`
  for (const [boundary, payload] of [
    ['; boundary=x', part('name="file"; filename="a.jpg"')],
    ['; boundary=x', '--x\r\nContent-Dispo'],
    [`; boundary=${'x'.repeat(400)}`, 'abc'],
    ['', 'abc'],
  ] as const)
    for (const to of ['files', 'imports']) {
      const headers = { cookie: ann.cookie, 'sec-fetch-site': 'same-origin' }
      const answer = await t.app.inject({
        method: 'POST',
        url: `/api/spaces/${spaceId}/${to}`,
        headers: { ...headers, 'content-type': `multipart/form-data${boundary}` },
        payload,
      })
      assert.deepEqual([answer.statusCode, answer.json().code], [400, 'bad-request'], `${to} ${boundary} ${payload}`)
    }
})
