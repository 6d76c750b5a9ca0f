import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { costsOf, typeSteadily } from '../e2e/support/keystrokes.ts'
import { startServer } from '../e2e/support/server.ts'
import { openBrowser, openPage } from '../e2e/support/opening.ts'
import { flags, percentile, report, round } from './lib/report.ts'

/**
 * Criterion 18 at the keyboard: the built product in Chromium, one person types in the middle of a page, once in a small one and once in a
 * very long one. From a key to the frame that shows it, and what that costs the processor. `--profile 30` names so many of the functions that the long
 * page's keys were spent in; CENACLE_URL takes a server that is already there.
 */
const parameters = flags({ small: 3_000, large: 300_000, keys: 60, rate: 5, profile: 0 })

/** A part of a guide: about 1,500 characters in ten blocks. */
const part = (n: number): string => {
  const sentence = `La commission numéro ${n} a débattu du **calendrier** et des moyens de [chaque atelier](/pages/${n}). `
  const item = `- Un point qui revient à chaque séance, et qui reste à trancher avant la ${n}e.\n`
  return `## Partie ${n}\n\n${`${sentence.repeat(4)}\n\n`.repeat(3)}${item.repeat(4)}\n> Ce que la salle a retenu.[^${n}]\n\n[^${n}]: Compte rendu de la séance ${n}.\n\n`
}

function textOf(characters: number): string {
  const parts: string[] = []
  for (let length = 0; length < characters; length += parts.at(-1)?.length ?? 1) parts.push(part(parts.length + 1))
  return parts.join('')
}

const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-typing-'))
const given = process.env['CENACLE_URL']
const server = given ? undefined : await startServer(dataDir)
const browser = await openBrowser(given ?? server?.url ?? '')
const rows: Record<string, string | number>[] = []
try {
  for (const characters of [parameters.small, parameters.large]) {
    const text = textOf(characters)
    const { page, openedMs, close } = await openPage(browser, `Page de ${characters} signes`, text)
    await typeSteadily(page, 20, 1000 / parameters.rate)
    const { paints, cpu, script } = await typeSteadily(page, parameters.keys, 1000 / parameters.rate)
    rows.push({
      characters: text.length,
      'open ms': round(openedMs, 0),
      'key → paint p50 ms': percentile(paints, 0.5),
      'p95 ms': percentile(paints, 0.95),
      'CPU ms per key': round(cpu),
      'of it scripts': round(script),
      'below 50 ms': String(percentile(paints, 0.95) < 50),
    })
    if (characters === parameters.large && parameters.profile > 0) {
      const costs = await costsOf(page, parameters.keys, () =>
        typeSteadily(page, parameters.keys, 1000 / parameters.rate),
      )
      console.table(costs.slice(0, parameters.profile).map(({ where, ms }) => ({ where, 'ms per key': round(ms) })))
    }
    await close()
  }
} finally {
  await browser.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
report('typing', parameters, rows)
