import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask, waitDays } from '../award-edition.ts'
import { faultsOf } from '../axe.ts'
import { cenacle } from '../server.ts'
import { expect, PHONE, test } from '../test.ts'
import {
  ALERT,
  APOLLINE,
  at,
  BENCH,
  BERENICE,
  CARD,
  type Contexts,
  edition,
  enter,
  FRIDGE,
  get,
  idOf,
  MAYOR,
  TEAM,
  WORDS,
} from './edition.ts'

const ROOM = { width: 1280, height: 720 }
/** Two people sign meanwhile. A machine that is busy gets half of what the deliberation took it, which was far more to do. */
const LEAST_WAIT_MS = 40_000
const TIE_REASON = 'La carte a été reprise par trois communes.'
const MEDAL_REASON = 'Le jury n’y a pas vu de démarche à reprendre.'

const winners = [CARD, BENCH, MAYOR, WORDS, FRIDGE]
/** Which of the nominees are anywhere in the document. */
const namedIn = async (page: Page): Promise<string[]> => {
  const html = (await page.content()).replaceAll(/\u00a0|&nbsp;/g, ' ')
  return winners.filter((title) => html.includes(title))
}

async function sign(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: 'Je signe ce palmarès' }).click()
  const asked = page.getByRole('alertdialog', { name: question })
  await asked.getByRole('button', { name: 'Je signe ce palmarès' }).click()
  await expect(asked).toHaveCount(0)
}

interface Counted {
  id: string
  name: string
  voteId: string
  tally: object
  roll: number
  voters: number
}

/** Counts the exported file of a jury again, in another program. @returns what that program found */
async function countAgain(page: Page, { voteId }: Counted): Promise<{ text: string; found: object }> {
  await page.goto(at(`/votes/${voteId}`))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tout, en JSON' }).click(),
  ])
  const file = join(edition.product.dataDir, `${voteId}.json`)
  writeFileSync(file, readFileSync(await download.path()))
  const [text = '', found = ''] = (await cenacle(edition.product.dataDir, ['tally', file])).trim().split('\n')
  return { text, found: JSON.parse(found) as object }
}

/** From the deliberation to the stage, and the recount of what was exported. */
export async function runDeliberation(contexts: Contexts): Promise<void> {
  await waitDays(edition.product, 50)
  const began = performance.now()
  const page = await enter(contexts, APOLLINE, edition.path)

  await test.step('an exact tie is broken, with a reason', async () => {
    await page.getByRole('link', { name: 'Délibérer' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une égalité à départager, ou à laisser ex æquo')
    const jury = page.getByRole('region', { name: TEAM })
    await expect(jury.getByText('3 bulletins sur 3.')).toBeVisible()
    await expect(jury.getByRole('list', { name: 'Médailles' }).getByRole('listitem').first()).toContainText('2 ex æquo')
    expect(await faultsOf(page)).toEqual([])
    await jury.getByRole('button', { name: 'Départager' }).click()
    const dialog = page.getByRole('dialog', { name: 'Départager cette égalité' })
    await dialog.getByRole('button', { name: `Monter ${CARD}` }).click()
    await expect(dialog.getByRole('list', { name: 'Ordre des dossiers' }).getByRole('listitem')).toHaveText([
      new RegExp(CARD),
      new RegExp(BENCH),
    ])
    await expect(dialog.getByRole('button', { name: `Descendre ${CARD}` })).toBeFocused()
    await dialog.getByRole('button', { name: 'Enregistrer cet ordre' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Pourquoi cet ordre' })).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Pourquoi cet ordre' }).fill(TIE_REASON)
    await dialog.getByRole('button', { name: 'Enregistrer cet ordre' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(jury.getByText(TIE_REASON)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le palmarès est prêt à être signé')
  })

  await test.step('a medal is withheld, with a reason', async () => {
    const jury = page.getByRole('region', { name: TEAM })
    await jury.getByRole('button', { name: /^Ne pas attribuer\s: Bronze$/ }).click()
    const dialog = page.getByRole('dialog', { name: /Ne pas attribuer la médaille/ })
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Motif' }).fill(MEDAL_REASON)
    await dialog.getByRole('button', { name: 'Ne pas attribuer' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(jury.getByRole('list', { name: 'Médailles' }).getByRole('listitem')).toHaveText([
      new RegExp(`Or.*${CARD}`),
      new RegExp(`Argent.*${BENCH}`),
      new RegExp(`Bronze.*Non attribuée.*${MEDAL_REASON}`),
    ])
    expect(await faultsOf(page)).toEqual([])
  })

  // What the screens are made of is in each browser before the wait begins, which is not for loading it.
  const second = await enter(contexts, BERENICE, `${edition.path}/deliberation`, PHONE)
  await expect(second.getByRole('button', { name: 'Je signe ce palmarès' })).toBeVisible()
  expect(await faultsOf(second)).toEqual([])
  const [{ page: visitor }, { page: room }] = [await contexts.open(), await contexts.open({ viewport: ROOM })]
  const [palmares, stage] = [`/palmares/${idOf()}`, `/palmares/${idOf()}/scene`]
  await visitor.goto(at(palmares))
  await room.goto(at(stage))
  for (const waiting of [visitor, room]) await expect(waiting.getByRole('timer')).toBeVisible()
  // A field of dates knows minutes alone.
  const waitMs = Math.max(LEAST_WAIT_MS, (performance.now() - began) / 2)
  const data = { embargoAt: new Date(Date.now() + waitMs).toISOString() }
  await ask(edition.product, page.context().request, ['patch', `/api/awards/${idOf()}`], data)

  await test.step('two people sign; the second seals', async () => {
    await page.reload()
    await sign(page, 'Signer ce palmarès ?')
    await expect(page.getByText('Vous avez signé. Une deuxième personne doit le faire.').first()).toBeVisible()
    await second.reload()
    await expect(second.getByRole('list', { name: 'Signatures' })).toContainText(/Apolline Ricordel.*signe ce palmarès/)
    await sign(second, 'Signer et sceller ce palmarès ?')
    await expect(second.getByText(/le palmarès est scellé, plus rien n’y change/)).toBeVisible()
  })

  await test.step('before its second nobody reads a name; at its second the palmarès is there', async () => {
    await visitor.goto(at(palmares))
    await room.goto(at(stage))
    for (const waiting of [visitor, room]) {
      await expect(waiting.getByRole('timer')).toBeVisible()
      expect(await namedIn(waiting)).toEqual([])
    }
    await expect(visitor.getByText('elle devient le palmarès toute seule')).toBeVisible()
    await expect(visitor.getByRole('heading', { name: 'Vérifier ce palmarès' })).toBeVisible({ timeout: 2 * waitMs })
    await expect(visitor.getByText(`Raison : ${MEDAL_REASON}`)).toBeVisible()
    await visitor.getByText('Comment on l’a compté').first().click()
    await expect(visitor.getByText(TIE_REASON)).toBeVisible()
    await expect(visitor.getByText(/Signé par .*Apolline Ricordel/)).toContainText('Bérénice Kermarec')
  })

  await test.step('on stage each level when its turn has come, by keyboard', async () => {
    await expect(room.getByText('Espace ou → pour commencer')).toBeVisible({ timeout: waitMs })
    expect(await namedIn(room)).toEqual([])
    const seen: [RegExp, string[]][] = [
      [/^Catégorie 1\s: Petite équipe/, []],
      [/^Bronze\s: non attribuée/, []],
      [/^Argent\s: Le banc/, [BENCH]],
      [/^Or\s: La carte/, [CARD, BENCH]],
      [/^Catégorie 2\s: Alerte/, []],
      [/^Argent\s: Le numéro/, [FRIDGE]],
      [/^Or\s: Sept mots/, [WORDS, FRIDGE]],
      [/^Félicitations/, []],
    ]
    for (const [said, named] of seen) {
      await room.keyboard.press('Space')
      await expect(room.getByRole('status').first()).toHaveText(said)
      expect(await namedIn(room)).toEqual(named)
    }
  })

  await test.step('every jury is counted again from its export, and gives what the palmarès says', async () => {
    const published = await get<{ palmares: { categories: Counted[] } }>(page, `/api/palmares/${idOf()}`)
    const juries = published.palmares.categories
    expect(juries.map(({ name }) => name)).toEqual([TEAM, ALERT])
    for (const jury of juries) {
      const { text, found } = await countAgain(page, jury)
      expect(text).toContain('the published result is what the ballots give')
      expect(found).toMatchObject({ tally: jury.tally, participation: { n: jury.voters, d: jury.roll } })
    }
  })
}
