import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { demo, type Entered, post } from './test.ts'

/** The text that one writes in. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Texte de la page' })
/** The screen is told of a selection, and listens to what it has just drawn, a moment later. */
export const aMomentLater = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => setTimeout(resolve, 0))))

/** What one has written, without the others' names at their carets. */
export const wordsOf = (page: Page): Promise<string> =>
  textOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return [...copy.children]
      .map(({ textContent }) => textContent?.replaceAll(/[\u2060\ufeff\u200b]/g, '').trim())
      .join('\n')
  })

/** The saved state, when it is this word. */
export const stateOf = (page: Page, word: string) => page.locator(`[data-saved="${word}"]`).first()

/** Makes a page in the committee. @returns its path */
export async function newPage({ api }: Entered, title: string, markdown: string): Promise<string> {
  const { id } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const page = await post<{ id: string }>(api, `/api/spaces/${id}/pages`, { title, parentId: null, markdown })
  return `/pages/${page.id}`
}

/** Opens a page for writing. @param words that are in it */
export async function write({ page }: Pick<Entered, 'page'>, path: string, words: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText(words).first()).toBeVisible()
  await page.getByRole('button', { name: 'Écrire', exact: true }).click()
  await expect(textOf(page)).toContainText(words, { timeout: 40_000 })
}

/** Types at the end of the paragraph that holds these words, as a person would: caret first. */
export async function typeAfter(page: Page, words: string, typed: string): Promise<void> {
  await textOf(page).getByText(words).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed)
}

/** Signs somebody in with a browser whose way to the server is another address: a proxy. */
export async function enterThrough(
  browser: Browser,
  origin: string,
  key: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: origin })
  const { password } = await demo(context.request)
  const data = { email: `${key}@demo.example`, password }
  const answer = await context.request.post('/api/session', { headers: { origin }, data })
  expect(answer.status(), await answer.text()).toBe(200)
  return { context, page: await context.newPage() }
}
