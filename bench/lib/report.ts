import { mkdirSync, writeFileSync } from 'node:fs'

/** Reads `--name value` as numbers. */
export function flags<T extends Record<string, number>>(defaults: T): T {
  const args = process.argv.slice(2)
  const read = Object.entries(defaults).map(([name, value]) => {
    const at = args.indexOf(`--${name}`)
    return [name, at < 0 ? value : Number(args[at + 1])]
  })
  return Object.fromEntries(read) as T
}

/** Prints a table and keeps it as JSON in bench/results. */
export function report(name: string, parameters: object, rows: Record<string, string | number>[]): void {
  console.log(`\n${name} ${JSON.stringify(parameters)}`)
  console.table(rows)
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ name, at: new Date().toISOString(), parameters, rows }, null, 2)}\n`,
  )
}

/** The value below which `share` of the numbers lie. */
export function percentile(numbers: number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort()
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}

export const round = (number: number, digits = 2): number => Math.round(number * 10 ** digits) / 10 ** digits
