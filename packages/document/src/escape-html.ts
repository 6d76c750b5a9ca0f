const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] as string)
}

/** An element with its attributes escaped; null leaves one out. @param content HTML */
export function element(name: string, attrs: Record<string, string | null>, content: string): string {
  return `<${name}${attributes(attrs)}>${content}</${name}>`
}

/** Attributes as they stand in a tag. */
export function attributes(attrs: Record<string, string | null>): string {
  return Object.entries(attrs)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('')
}
