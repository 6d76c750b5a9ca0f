import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Until nothing moves: a colour on its way from one theme to the other is neither's, nor one that fades in. What comes
 * meanwhile is there at once.
 */
async function settled(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    // What goes round for ever has no end to wait for, nor what moves with the scrolling instead of with the time.
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, timeline }) => timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
      )
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/**
 * What axe finds on a screen as it is now: how bad, the rule and where.
 * @param narrow what it looks at, or leaves out
 */
export async function axeFaults(page: Page, narrow = (axe: AxeBuilder): AxeBuilder => axe): Promise<string[]> {
  await settled(page)
  // React Aria's messages to screen readers come and go, and have no place on the page.
  const { violations } = await narrow(new AxeBuilder({ page }).exclude('[data-live-announcer]')).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => `${impact}, ${id}: ${html.slice(0, 160)}`),
  )
}

/** What is wrong on a screen as it is now, in both themes. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // A theme changes colours and nothing else.
    const faults = await axeFaults(page, (axe) => (colorScheme === 'dark' ? axe.withRules(COLOURS) : axe))
    found.push(...faults.map((fault) => `${colorScheme}: ${fault}`))
  }
  return [...found, ...(await sideways(page))]
}

/** Whether a screen has to be moved sideways to be read, once it has taken its width. */
export async function sideways(page: Page): Promise<string[]> {
  await settled(page)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return over > 0 ? [`scrolls sideways by ${over} px`] : []
}
