/** Puts the focus on the page's title: what it stood on is gone, and the page says from its top what came of it. */
export const focusTitle = (): void => document.querySelector<HTMLElement>('h1')?.focus()
