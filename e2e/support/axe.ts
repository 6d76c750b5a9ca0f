import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const COLOURS = ['color-contrast', 'link-in-text-block']

/** Until nothing moves: a colour on its way from one theme to the other is neither's. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })

/** What is wrong on a screen as it is now, in both themes: the rule, the theme and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    // React Aria's messages to screen readers come and go, and have no place on the page.
    const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]')
    // A theme changes colours and nothing else.
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(COLOURS) : axe).analyze()
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${id} (${colorScheme}): ${html.slice(0, 160)}`))
  }
  return [...found, ...(await sideways(page))]
}

/** Whether a screen has to be moved sideways to be read. */
export async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return over > 0 ? [`scrolls sideways by ${over} px`] : []
}
