import assert from 'node:assert/strict'
import { it } from 'node:test'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { readDeliberation } from './api.ts'

const json = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

it('a screen of the deliberation that hears of the seal does not ask for what is refused from then on', async (t) => {
  let isSealed = false
  const asked: string[] = []
  t.mock.method(globalThis, 'fetch', async (path: string) => {
    asked.push(path)
    if (!path.endsWith('/deliberation')) return json({ id: 'e1', can: { deliberate: !isSealed } })
    return isSealed ? json({ code: 'award-phase', title: 'Refusé' }, 409) : json({ hash: 'h1' })
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const deliberation = new QueryObserver(queries, {
    queryKey: ['votes', 'awards', 'deliberation', 'e1'],
    queryFn: () => readDeliberation(queries, 'e1'),
  })
  const leave = deliberation.subscribe(() => undefined)
  await deliberation.refetch()
  assert.deepEqual(deliberation.getCurrentResult().data, { hash: 'h1' })

  isSealed = true
  asked.length = 0
  await queries.invalidateQueries({ queryKey: ['votes'] })
  assert.deepEqual(asked, ['/api/awards/e1'])
  assert.equal(deliberation.getCurrentResult().error, null)
  leave()
  queries.clear()
})
