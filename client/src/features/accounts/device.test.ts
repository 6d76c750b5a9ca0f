import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device.ts'

test('a device is named as its owner would', () => {
  const chrome =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0'
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1'
  assert.deepEqual(deviceOf(chrome), { browser: 'Chrome', system: 'Android' })
  assert.deepEqual(deviceOf(edge), { browser: 'Edge', system: 'Windows' })
  assert.deepEqual(deviceOf(safari), { browser: 'Safari', system: 'iPhone' })
  assert.equal(deviceOf('curl/8.0'), undefined)
})
