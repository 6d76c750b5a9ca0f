/** What the presenter can do by a key. */
export type Act = 'next' | 'back' | 'first' | 'last' | 'list' | 'help' | 'full' | 'dark' | { category: number }

/** Remotes send PageDown and PageUp, some F5 for their « start » and B or a point for their « black screen ». */
const ACTS: Readonly<Record<string, Act>> = {
  ' ': 'next',
  Enter: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Backspace: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  c: 'list',
  l: 'list',
  '?': 'help',
  h: 'help',
  f: 'full',
  F5: 'full',
  n: 'dark',
  b: 'dark',
  '.': 'dark',
}

/** What a key does; a digit leads to that category. F5 would load the page anew, which without a network is the end of the show. */
export const actOf = (key: string): Act | undefined =>
  /^[1-9]$/.test(key) ? { category: Number(key) - 1 } : ACTS[key.length === 1 ? key.toLowerCase() : key]
