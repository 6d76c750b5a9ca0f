/** A small generator, so that a failing case can be repeated (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function randomBytes(seed: number, length: number): Uint8Array {
  const next = random(seed)
  return Uint8Array.from({ length }, () => Math.floor(next() * 256))
}

/** Changes one to four bytes. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed)
  const copy = bytes.slice()
  const count = 1 + Math.floor(next() * 4)
  for (let i = 0; i < count; i += 1) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  return copy
}
