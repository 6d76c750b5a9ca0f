import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { faultsOf } from '../support/axe.ts'
import { tabTo } from '../support/keyboard.ts'
import { type Entered, expect, home, post, test } from '../support/test.ts'

const NARROW = { width: 320, height: 700 }
const DAY_MS = 86_400_000
const QUESTION = 'Faut-il renouveler la convention ?'

const idOf = async ({ api }: Entered): Promise<string> =>
  ((await (await api.get('/api/me')).json()) as { id: string }).id

/** Votes as a browser of somebody else would; what a receipt is made of the server cannot know. */
const cast = async ({ api }: Entered, id: string, choice: string): Promise<void> => {
  const receipts = { ballot: randomBytes(32).toString('hex') }
  const data = { choice, receipts }
  const answer = await api.put(`/api/votes/${id}/ballot`, { headers: { origin: home() }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a secret vote: what one is told before, a ballot by keyboard at 320 px, receipts kept and saved, a ballot found and the list counted again', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const others = [
    await enter('hugo-lestrade'),
    await enter('mathilde-queyrel'),
    await enter('ghjulia-ortolacci'),
    await enter('stephane-guivarcel'),
  ]
  const people = await Promise.all(others.map(async (one) => ({ personId: await idOf(one), role: 'writer' })))
  const loop = { kind: 'loop', name: 'Boucle du vote secret', people }
  const { id: spaceId } = await post<{ id: string }>(maelle.api, '/api/spaces', loop)
  const { id } = await post<{ id: string }>(maelle.api, '/api/decisions', {
    spaceId,
    question: QUESTION,
    closesAt: new Date(Date.now() + DAY_MS).toISOString(),
    secret: true,
  })
  const { page } = maelle

  await test.step('before: what is seen, that it is once, that unanimity betrays', async () => {
    await page.goto(`/votes/${id}`)
    await expect(page.getByText('Ce vote est secret')).toBeVisible()
    await expect(page.getByText('Si tout le monde fait le même choix')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: /Ce que le secret protège/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Ce que le secret protège/ })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
    await page.goBack()
  })

  const saved = await test.step('the ballot, by keyboard; its receipt is kept here and saved to a file', async () => {
    await tabTo(page, page.getByRole('radio', { name: /^Oui/ }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^Non/ })).toBeChecked()
    await tabTo(page, page.getByRole('button', { name: 'Enregistrer mon vote' }))
    await page.keyboard.press('Enter')
    const question = page.getByRole('alertdialog', { name: 'Déposer ce bulletin ?' })
    await expect(question).toContainText('Votre bulletin : non.')
    expect(await faultsOf(page)).toEqual([])
    await tabTo(page, question.getByRole('button', { name: 'Déposer mon bulletin' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('Votre bulletin secret est enregistré')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.getByText('Voir mon reçu').click()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Enregistrer dans un fichier' }).click()
    const path = await (await download).path()
    const file = JSON.parse(await readFile(path, 'utf8')) as { lines: { receipt: string; content: object }[] }
    expect(file.lines.map(({ content }) => content)).toEqual([{ choice: 'no', poll: id }])
    await page.reload()
    await expect(page.getByText('Votre bulletin secret est enregistré')).toBeVisible()
    return { path, receipt: file.lines[0]?.receipt }
  })

  for (const [at, one] of others.entries()) await cast(one, id, at === 0 ? 'abstain' : 'yes')
  await post(maelle.api, `/api/votes/${id}/close`, {})

  await test.step('after: the ballot is found in the published list, which is counted again', async () => {
    await page.goto(`/votes/${id}`)
    await page.getByRole('button', { name: 'Vérifier mon bulletin' }).click()
    await expect(page.getByText('Votre bulletin est dans la liste publiée, tel que vous l’avez déposé')).toBeVisible()
    await expect(page.getByText(/recomptée ici, donne bien le résultat annoncé \(5\slignes\)/)).toBeVisible()
    await expect(page.getByText('Les empreintes du journal se suivent sans faille.')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    const list = (await (await maelle.api.get(`/api/votes/${id}/published`)).json()) as { lines: { receipt: string }[] }
    expect(list.lines.map(({ receipt }) => receipt)).toContain(saved.receipt)
  })

  await test.step('the log, compared with a fingerprint from a mail, by keyboard', async () => {
    const log = (await (await maelle.api.get(`/api/votes/${id}/log`)).json()) as { events: { hash: string }[] }
    await page.getByRole('link', { name: 'Comparer le journal avec l’empreinte reçue par courriel' }).click()
    const field = page.getByRole('textbox', { name: /Empreinte reçue par courriel/ })
    const compare = async (text: string): Promise<void> => {
      await field.fill(text)
      await field.press('Enter')
    }
    const answer = page.getByRole('region', { name: 'Est-ce bien le journal que vous connaissez' }).getByRole('status')
    await tabTo(page, field)
    await compare(log.events.at(-1)?.hash ?? '')
    await expect(answer).toContainText('C’est la même empreinte')
    await compare(log.events[0]?.hash ?? '')
    await expect(answer).toContainText('événement n° 1, « Ouverture du vote »')
    await compare('0'.repeat(64))
    await expect(answer).toContainText('Cette empreinte n’est pas dans ce journal')
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
    await page.goto(`/votes/${id}`)
  })

  await test.step('and on another device, from the file', async () => {
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Ouvrir mes reçus' }).click()
    await (await chooser).setFiles(saved.path)
    await page.getByRole('button', { name: 'Vérifier mon bulletin' }).click()
    await expect(page.getByText('Votre bulletin est dans la liste publiée, tel que vous l’avez déposé')).toBeVisible()
  })
})
