import { faultsOf, sideways } from '../support/axe.ts'
import { newLoop } from '../support/loop.ts'
import { expect, post, test } from '../support/test.ts'

const NARROW = { width: 360, height: 700 }
/** A deadline that is on the next day on Réunion. */
const CLOSES = new Date(`${new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)}T21:30:00Z`)

test.use({ timezoneId: 'Indian/Reunion' })

test('a blank vote at 360 px, far from Paris: where one is stays in sight, a refusal is seen, the hour of Paris is said', async ({
  enter,
  faults,
}) => {
  faults.expected = /ERR_INTERNET_DISCONNECTED|WebSocket/
  const owner = await enter('maelle-brossard', { viewport: NARROW })
  const space = await newLoop(owner, [await enter('hugo-lestrade')], 'Boucle étroite')
  const vote = await post<{ id: string }>(owner.api, '/api/decisions', {
    spaceId: space.id,
    question: 'Changeons-nous l’heure de la réunion ?',
    rules: { base: 'expressed', threshold: { numerator: 1, denominator: 2 }, comparator: '>', veto: false },
    closesAt: CLOSES.toISOString(),
  })
  const { page, context } = owner
  const tabs = page.getByRole('navigation', { name: 'Lieux de l’espace' })

  await test.step('the row of tabs fades where there is more, and keeps in sight where one is', async () => {
    const fade = () =>
      tabs.evaluate((row) =>
        ['--more-before', '--more-after'].map(
          (side) => Number.parseFloat(getComputedStyle(row).getPropertyValue(side)) > 0,
        ),
      )
    await page.goto(`/espaces/${space.slug}`)
    await expect(tabs.getByRole('link', { name: 'Discussions' })).toBeInViewport({ ratio: 1 })
    expect(await fade()).toEqual([false, true])
    await page.goto(`/espaces/${space.slug}/personnes`)
    await expect(tabs.getByRole('link', { name: 'Personnes' })).toBeInViewport({ ratio: 1 })
    expect(await fade()).toEqual([true, false])
    expect(await sideways(page)).toEqual([])
  })

  await page.goto(`/votes/${vote.id}`)
  await expect(page.getByText(/, 1\sh\s30 \(le \d.* à 2[23]\sh\s30, heure de\sParis\)/)).toBeVisible()
  await page.locator('label', { has: page.getByRole('radio', { name: 'Vote blanc' }) }).click()
  await expect(page.getByRole('radio', { name: 'Vote blanc' })).toHaveAccessibleName(/pas dans la majorité/)
  expect(await faultsOf(page)).toEqual([])

  await test.step('without a network, what is said stands above the bar of the places at once', async () => {
    const save = page.getByRole('button', { name: 'Enregistrer mon vote' })
    const places = page.getByRole('navigation', { name: 'Lieux principaux' })
    await context.setOffline(true)
    await save.evaluate(
      (button, foot) => {
        window.scrollBy(0, button.getBoundingClientRect().bottom - (window.innerHeight - foot) + 4)
      },
      (await places.boundingBox())?.height ?? 0,
    )
    await save.click()
    const said = page.getByRole('alert')
    await expect(said).toContainText('Vérifiez votre connexion')
    const bottom = await said.evaluate((notice) => notice.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThan((await places.boundingBox())?.y ?? 0)
    await context.setOffline(false)
  })

  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await expect(page.getByText('Votre voix, « vote blanc », est enregistrée')).toBeVisible()
})
