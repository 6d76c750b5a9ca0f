import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The custom properties of the one block that opens with this selector. */
const block = (selector: string): Map<string, string> => {
  const start = css.indexOf(`${selector} {`)
  assert.ok(start >= 0, `no block ${selector}`)
  const body = css.slice(start, css.indexOf('}', start))
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

type Rgb = [number, number, number]
const rgb = (hex: string): Rgb => {
  assert.match(hex, /^#[0-9a-f]{6}$/)
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as Rgb
}
const mix = (a: Rgb, b: Rgb, share: number): Rgb => a.map((v, i) => v * share + (b[i] ?? 0) * (1 - share)) as Rgb

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (color: Rgb): number => {
  const [r, g, b] = color.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: Rgb, b: Rgb): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const light = block(':root[data-theme="light"]')
const dark = block(':root[data-theme="dark"]')
const systemDark = block(':root:not([data-theme="light"])')

test('the dark theme is the same by choice and by the system', () => {
  assert.deepEqual([...systemDark], [...dark])
  assert.deepEqual([...light.keys()], [...dark.keys()])
})

for (const [theme, tokens] of Object.entries({ light, dark })) {
  const of = (name: string): Rgb => rgb(tokens.get(name) ?? '')
  const atLeast = (minimum: number, text: string, ground: string): void => {
    const ratio = contrast(of(text), of(ground))
    assert.ok(ratio >= minimum, `${theme}: ${text} on ${ground} is ${ratio.toFixed(2)}, below ${minimum}`)
  }

  test(`${theme}: text is readable on every ground`, () => {
    for (const ground of ['paper', 'surface', 'sunk']) {
      atLeast(14, 'ink', ground)
      for (const text of ['ink-2', 'accent', 'veto', 'yes', 'live']) atLeast(5, text, ground)
      atLeast(3, 'control', ground)
    }
    for (const text of ['accent', 'veto', 'yes', 'live']) atLeast(4.5, text, `${text}-soft`)
    for (const soft of ['accent-soft', 'veto-soft', 'yes-soft', 'live-soft']) atLeast(7, 'ink', soft)
    atLeast(4.5, 'on-accent', 'accent')
  })

  test(`${theme}: each mention is told from the ground that lies between two of them`, () => {
    for (let i = 0; i < 7; i += 1) for (const ground of ['paper', 'surface', 'sunk']) atLeast(3, `grade-${i}`, ground)
  })

  test(`${theme}: people's colours carry text and are text`, () => {
    const share = Number.parseInt(tokens.get('person-mix') ?? '', 10) / 100
    for (let i = 0; i < 8; i += 1) {
      for (const ground of ['paper', 'surface', 'sunk']) atLeast(4.5, `person-${i}`, ground)
      atLeast(4.5, 'on-accent', `person-${i}`)
      const portrait = contrast(of(`person-${i}`), mix(of(`person-${i}`), of('surface'), share))
      assert.ok(portrait >= 4.5, `${theme}: initials of person-${i}: ${portrait.toFixed(2)}`)
    }
  })
}
