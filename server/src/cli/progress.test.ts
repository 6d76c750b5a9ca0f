import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startProgress } from './progress.ts'

const output = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

test('off a terminal there is a line for every tenth, however many steps there are', () => {
  for (const [total, lines] of [
    [1_000, 10],
    [4, 4],
    [0, 0],
  ] as const) {
    const out = output(false)
    const progress = startProgress('Import', total, out)
    for (let i = 0; i < total; i++) progress.step()
    progress.end()
    assert.equal(out.written.length, lines)
    if (lines > 0) assert.equal(out.written.at(-1), `Import 100 % (${total}/${total})\n`)
  }
})

test('on a terminal the bar stays on its line, and what is said stands above it', () => {
  const out = output(true)
  const progress = startProgress('Import', 2, out)
  progress.step()
  progress.say('a.md: unreadable')
  progress.step()
  progress.end()
  assert.equal(out.written[0], `\rImport ${'█'.repeat(15)}${'░'.repeat(15)} 1/2`)
  assert.equal(out.written[1], '\r\u001b[Ka.md: unreadable\n')
  assert.equal(out.written.at(-2), `\rImport ${'█'.repeat(30)} 2/2`)
})
