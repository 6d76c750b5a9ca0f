const RESERVED = new Set([
  'api',
  'ws',
  'collab',
  'login',
  'assets',
  'admin',
  'new',
  'nouveau',
  'public',
  'comite',
  'health',
])

/**
 * An address for a name: ASCII letters, digits and hyphens, never empty, never one of ours.
 * @param fallback used when nothing of the name can be written so (an emoji, another script)
 */
export function slugOf(name: string, fallback: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return ascii === '' || RESERVED.has(ascii) ? `${ascii}${ascii && '-'}${fallback}` : ascii
}
