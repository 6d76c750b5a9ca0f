import type { CDPSession, Page } from '@playwright/test'

/** What keys cost in a page that is open for writing. */
export interface Keystrokes {
  /** From each key to the frame that shows it, ms. */
  paints: number[]
  /** Processor time of the page's main thread per key, ms: all of it, and its scripts alone. */
  cpu: number
  script: number
}

/** Where processor time went: a function and its own ms per key. */
export interface Cost {
  where: string
  ms: number
}

/**
 * Types into whatever has the focus, at a steady pace, and looks at each key until it is painted.
 * @param keys how many
 * @param everyMs from one key to the next
 */
export async function typeSteadily(page: Page, keys: number, everyMs: number): Promise<Keystrokes> {
  await page.evaluate(watchKeys)
  const line = await page.context().newCDPSession(page)
  await line.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await spent(line)
  const began = performance.now()
  for (let i = 0; i < keys; i += 1) {
    await page.waitForTimeout(Math.max(0, began + i * everyMs - performance.now()))
    await page.keyboard.press('abcde '.charAt(i % 6))
  }
  await page.waitForTimeout(everyMs)
  const after = await spent(line)
  await line.detach()
  const paints = await page.evaluate(() => window.keyPaints ?? [])
  return { paints, cpu: (after.task - before.task) / keys, script: (after.script - before.script) / keys }
}

declare global {
  interface Window {
    keyPaints?: number[]
  }
}

/** In the page: from the key's own time to the first task after the frame that was drawn for it. */
function watchKeys(): void {
  window.keyPaints ??= addKeyListener()
  window.keyPaints.length = 0

  function addKeyListener(): number[] {
    const paints: number[] = []
    const onKey = ({ timeStamp }: KeyboardEvent): void =>
      void requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => void paints.push(performance.now() - timeStamp))
        port1.start()
        port2.postMessage('')
      })
    window.addEventListener('keydown', onKey, { capture: true })
    return paints
  }
}

async function spent(line: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await line.send('Performance.getMetrics')
  const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { task: of('TaskDuration'), script: of('ScriptDuration') }
}

/** The functions that cost most while something goes on, the dearest first. @param count what the ms are divided by */
export async function costsOf(page: Page, count: number, run: () => Promise<unknown>): Promise<Cost[]> {
  const line = await page.context().newCDPSession(page)
  await line.send('Profiler.enable')
  await line.send('Profiler.setSamplingInterval', { interval: 200 })
  await line.send('Profiler.start')
  await run()
  const { profile } = await line.send('Profiler.stop')
  await line.detach()
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`,
    ]),
  )
  const own = new Map<string, number>()
  for (const [i, id] of (profile.samples ?? []).entries()) {
    const where = names.get(id) ?? '?'
    own.set(where, (own.get(where) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000 / count)
  }
  return [...own]
    .map(([where, ms]) => ({ where, ms }))
    .filter(({ where }) => !where.startsWith('(idle)'))
    .toSorted((a, b) => b.ms - a.ms)
}
