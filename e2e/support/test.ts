import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { DemoAnswer } from '@cenacle/contract/session'

export { expect } from '@playwright/test'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

/** The address of the running product. */
export const home = (): string => process.env.CENACLE_URL ?? ''

/** Answers that a journey provokes on purpose: the browser writes each into its console, as it does for a broken picture. */
const PROVOKED = /^Failed to load resource: the server responded with a status of (401|403|404|409|410|422)/

/** Collects what no screen may do: errors in the console, exceptions, violations of the content security policy. */
function watch(page: Page, found: string[]): void {
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !PROVOKED.test(message.text())) found.push(`${page.url()}: ${message.text()}`)
  })
}

interface Entering {
  viewport?: { width: number; height: number }
  path?: string
}

/** A person of the demonstration, signed in with a browser of their own. */
export interface Entered {
  page: Page
  context: BrowserContext
  /** The API, with that person's session. */
  api: APIRequestContext
}

interface Fixtures {
  /** Signs somebody in by the key of their address, in a new browser. */
  enter: (key: string, how?: Entering) => Promise<Entered>
  /** A new browser with nobody in it. */
  browse: (how?: Entering) => Promise<Page>
  /** Faults that a journey expects (a line that is cut on purpose). */
  faults: { expected: RegExp | undefined }
  /** Each browser that a journey opens, watched until it ends. */
  contexts: { open: (how?: Entering) => Promise<{ context: BrowserContext; page: Page }> }
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  faults: async ({}, use) => use({ expected: undefined }),
  contexts: async ({ browser, faults }, use) => {
    const found: string[] = []
    const contexts: BrowserContext[] = []
    await use({
      async open({ viewport = PHONE } = {}) {
        const context = await browser.newContext({ viewport, baseURL: home() })
        contexts.push(context)
        context.on('page', (page) => watch(page, found))
        return { context, page: await context.newPage() }
      },
    })
    await Promise.all(contexts.map((context) => context.close()))
    const { expected } = faults
    expect(found.filter((fault) => !expected?.test(fault))).toEqual([])
  },
  browse: async ({ contexts }, use) => {
    await use(async (how) => {
      const { page } = await contexts.open(how)
      if (how?.path) await page.goto(how.path)
      return page
    })
  },
  enter: async ({ contexts }, use) => {
    await use(async (key, how) => {
      const { context, page } = await contexts.open(how)
      const { password } = await demo(context.request)
      const headers = { origin: home() }
      const data = { email: `${key}@demo.example`, password }
      const answer = await context.request.post('/api/session', { headers, data })
      expect(answer.status(), await answer.text()).toBe(200)
      if (how?.path) await page.goto(how.path)
      return { context, page, api: context.request }
    })
  },
})

/** Everybody in the demonstration, and the password of all. */
export async function demo(api: APIRequestContext): Promise<DemoAnswer> {
  return (await (await api.get('/api/demo')).json()) as DemoAnswer
}

/** Sends JSON as the interface does. @returns the answer's body */
export async function post<T>(api: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await api.post(path, { headers: { origin: home() }, data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

/**
 * The mails to an address that the product has sent so far, the oldest first.
 * @param dataDir of a product of the journey's own
 */
export function mailsTo(email: string, dataDir = process.env.CENACLE_DATA_DIR ?? ''): string[] {
  const outbox = join(dataDir, 'outbox')
  // It is made with the first mail.
  if (!existsSync(outbox)) return []
  return readdirSync(outbox)
    .toSorted()
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .filter((mail) => mail.includes(`\nTo: ${email}\n`))
}

/** Presses a choice where a person does, on its card: the radio itself lies hidden inside. */
export const choose = (page: Page, name: string): Promise<void> =>
  page.locator('label', { has: page.getByRole('radio', { name }) }).click()
