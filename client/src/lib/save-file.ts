const KEPT_MS = 60_000

/** Hands a file to the browser, which puts it where its owner wants downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read it only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/** The same for data, as a file of JSON. */
export const saveJson = (name: string, content: unknown): void =>
  saveFile(name, new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
