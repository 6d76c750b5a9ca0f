import { expect, type Locator, type Page } from '@playwright/test'

const LONGEST_WALK = 80

/** Walks with Tab until something has the focus, and checks that one sees where one is. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  const isThere = (): Promise<boolean> => target.evaluate((element) => element.contains(document.activeElement))
  for (let i = 0; i < LONGEST_WALK && !(await isThere()); i += 1) await page.keyboard.press(key)
  expect(await isThere(), `${key} does not reach ${target.toString()}`).toBe(true)
  await expect.poll(() => isFocusSeen(page)).toBe(true)
}

/** A ring on what has the focus, or on the card or field that stands for it; and nothing lies over it. */
const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement)) return false
    const around = [focused, focused.closest('label'), focused.parentElement].filter((element) => element !== null)
    return around.some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
  })
