import type { Language, Theme } from '@cenacle/contract/person'

/** What this browser remembers between two visits, before anybody is signed in. Storage may be refused: then nothing is. */
const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`cenacle.${name}`)
  } catch {
    return null
  }
}
const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(`cenacle.${name}`, value)
  } catch {
    // Private windows may refuse storage; the profile keeps the choice anyway.
  }
}

/** The language chosen last in this browser. */
export const rememberedLanguage = (): Language | undefined => {
  const value = read('language')
  return value === 'fr' || value === 'en' ? value : undefined
}
export const rememberLanguage = (language: Language): void => write('language', language)

/** The theme chosen last in this browser; `system` by default. */
export const rememberedTheme = (): Theme => {
  const value = read('theme')
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Shows a theme now, and at the next visit from the first moment. */
export const applyTheme = (theme: Theme): void => {
  write('theme', theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
