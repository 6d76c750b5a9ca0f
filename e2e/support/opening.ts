import { type APIRequestContext, type BrowserContext, chromium, type Page } from '@playwright/test'

/** A browser in which somebody of the demonstration is signed in. */
export interface SignedIn {
  context: BrowserContext
  origin: string
  close(): Promise<void>
}

/** The system's Chromium with somebody who may write everywhere, for measurements outside of the journeys. @param origin of the product */
export async function openBrowser(origin: string): Promise<SignedIn> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
  })
  const { password } = (await (await context.request.get('/api/demo')).json()) as { password: string }
  await send(context.request, origin, '/api/session', { email: 'ghjulia-ortolacci@demo.example', password })
  return { context, origin, close: () => browser.close() }
}

async function send(api: APIRequestContext, origin: string, path: string, data: object): Promise<{ id: string }> {
  const answer = await api.post(path, { headers: { origin }, data })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

/**
 * Makes a page and opens it for writing, with the caret in the middle of the text.
 * @returns how long it took from the press on « Écrire » to the text with a caret, ms
 */
export async function openPage(
  { context, origin }: SignedIn,
  title: string,
  markdown: string,
): Promise<{ page: Page; openedMs: number; close: () => Promise<void> }> {
  const api = context.request
  const { id: spaceId } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const { id } = await send(api, origin, `/api/spaces/${spaceId}/pages`, { title, parentId: null, markdown })
  const page = await context.newPage()
  await page.goto(`/pages/${id}`)
  const write = page.getByRole('button', { name: 'Écrire', exact: true })
  await write.waitFor()
  // Others fetch what they need behind the page that is read; it must not be counted here.
  await page.waitForLoadState('networkidle')
  const text = page.getByRole('textbox', { name: 'Texte de la page' })
  const began = performance.now()
  await write.click()
  await text.waitFor()
  await page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve, 0))))
  const openedMs = performance.now() - began
  const paragraphs = text.locator(':scope > p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
  await page.keyboard.press('End')
  return { page, openedMs, close: () => page.close() }
}
