import { fieldIn } from '../support/award-edition.ts'
import { faultsOf } from '../support/axe.ts'
import { aClosedCall, judge } from '../support/closed-call.ts'
import { tabTo } from '../support/keyboard.ts'
import { choose, DESK, type Entered, expect, post, test } from '../support/test.ts'

const NAME = 'Prix du carnet'

interface Edition {
  id: string
  categories: { id: string; name: string }[]
}

const editionOf = async ({ api }: Entered, path: string): Promise<Edition> =>
  (await (await api.get(`/api/awards/${path.split('/')[2]}`)).json()) as Edition

// The longest of the journeys: a machine that tests everything else at once needs more than half of what others are given.
test.describe.configure({ timeout: 600_000 })
test('the office prepares an edition, opens its call, decides which entries take part, and which are judged', async ({
  enter,
}) => {
  const odile = await enter('odile-menetrel', { path: '/comite', viewport: DESK })
  const { page } = odile
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Rubriques de l’édition' }).getByRole('link', { name })

  await test.step('from the committee to a new edition, whose calendar has to go forwards', async () => {
    await page.getByRole('link', { name: 'Le prix', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Le prix, édition par édition/)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Créer une édition' }).click()
    await page.getByRole('textbox', { name: 'Nom du prix' }).fill(NAME)
    await page.getByRole('textbox', { name: /Partenaire/ }).fill('Cap’Com')
    await page.getByLabel(/Clôture de l’appel/).fill(fieldIn(20))
    await page.getByLabel(/Clôture des jurys/).fill(fieldIn(10))
    await page.getByRole('button', { name: 'Créer une édition' }).click()
    await expect(page.getByText('Les jurys se closent après l’appel.')).toBeVisible()
    await page.getByLabel(/Clôture des jurys/).fill(fieldIn(60))
    await page.getByLabel(/Publication du palmarès/).fill(fieldIn(90))
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Créer une édition' }).click()
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(NAME) })).toBeVisible()
  })
  const path = new URL(page.url()).pathname

  await test.step('what is missing before the call leads to where it is done: a category judged by a grid', async () => {
    await page.getByRole('link', { name: 'créer au moins une catégorie' }).click()
    await page.getByRole('link', { name: 'Ajouter une catégorie' }).click()
    await page.getByRole('textbox', { name: 'Nom de la catégorie' }).fill('Petite équipe')
    await page.getByRole('textbox', { name: 'Question posée au jury' }).fill('Quel projet nous apprend le plus ?')
    await choose(page, 'Par une grille de critères')
    await page.getByRole('textbox', { name: 'Critère 1' }).fill('Utilité')
    await page.getByRole('textbox', { name: 'Poids' }).first().fill('3')
    await expect(page.getByText('75 % de la note')).toBeVisible()
    await page.getByRole('textbox', { name: 'Critère 2' }).fill('Simplicité')
    await page.getByRole('button', { name: 'Retirer la médaille 3' }).click()
    await expect(page.getByRole('textbox', { name: 'Médaille 2' })).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click()
    await expect(page.getByText('Utilité : poids 3')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Ajouter une catégorie' }).click()
    await page.getByRole('textbox', { name: 'Nom de la catégorie' }).fill('Écrit')
    await page.getByRole('textbox', { name: 'Question posée au jury' }).fill('Quel écrit avez-vous lu jusqu’au bout ?')
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '2 catégories' })).toBeVisible()
  })

  await test.step('the call opens after a question that says what follows', async () => {
    await tab('Édition').click()
    await page.getByRole('button', { name: 'Ouvrir l’appel' }).click()
    const question = page.getByRole('alertdialog', { name: /Ouvrir l’appel à dossiers/ })
    await expect(question).toContainText('Un formulaire public reçoit les dossiers jusqu’au')
    await expect(question).toContainText('Les 2 catégories')
    await question.getByRole('button', { name: 'Ouvrir l’appel' }).click()
    await expect(page.getByText(/Les dossiers arrivent/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'À vous maintenant' })).toBeFocused()
    await expect(
      page.getByRole('list', { name: 'Étapes de l’édition' }).locator('[aria-current="step"]'),
    ).toContainText('Appel à dossiers')
    expect(await faultsOf(page)).toEqual([])
  })

  const maelle = await enter('maelle-brossard')
  const { id, categories } = await editionOf(odile, path)
  for (const title of ['Le bon poteau', 'La minute du garde', 'Sept mots'])
    await post(maelle.api, `/api/awards/${id}/entries`, {
      categoryId: categories[0]?.id,
      title,
      organisation: `Commune de ${title}`,
      summary: 'Une affiche par arrêt de car.',
    })

  await test.step('by keyboard: one entry is eligible, one is put aside with a reason, one goes elsewhere', async () => {
    await tab('Dossiers').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 dossiers attendent une décision')
    expect(await faultsOf(page)).toEqual([])
    const accept = page.getByRole('button', { name: /^Recevable\s: Le bon poteau$/ })
    // The line goes before the answer is here: screens are told of every act at once, one's own too.
    await page.route(
      '**/api/award-entries/*/verdict',
      async (route) => {
        const response = await route.fetch()
        await expect(accept).toHaveCount(0)
        await route.fulfill({ response })
      },
      { times: 1 },
    )
    await tabTo(page, accept)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'La minute du garde' })).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: /^Écarter\s: La minute du garde$/ }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /Écarter « La minute du garde »/ })
    await dialog.getByRole('button', { name: 'Écarter' }).click()
    await expect(dialog.getByText('Ce champ est requis.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Motif' }).fill('Ce n’est pas une équipe publique.')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Écarter' }).click()
    await expect(page.getByRole('heading', { name: 'Sept mots' })).toBeFocused()
    await page.getByRole('button', { name: 'Autres actions sur le dossier Sept mots' }).click()
    await page.getByRole('menuitem', { name: 'Changer de catégorie' }).click()
    const move = page.getByRole('dialog', { name: /Changer la catégorie/ })
    await move.getByRole('textbox', { name: 'Motif' }).fill('C’est un écrit.')
    await move.getByRole('button', { name: 'Changer de catégorie' }).click()
    await expect(page.getByText('Aucun dossier n’attend de décision.')).toBeVisible()
    await page.getByRole('button', { name: 'Tous (3)' }).click()
    await expect(page.getByRole('region', { name: 'Écrit' })).toContainText('Déposé dans « Petite équipe »')
    await expect(page.getByRole('region', { name: 'Petite équipe' })).toContainText('Ce n’est pas une équipe publique.')
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('somebody is recused, and the recusal lifted with a reason', async () => {
    await tab('Récusations').click()
    await page.getByRole('button', { name: 'Récuser une personne' }).click()
    const dialog = page.getByRole('dialog', { name: 'Récuser une personne' })
    await dialog.getByRole('searchbox', { name: 'Personne' }).fill('Rey')
    await dialog.getByRole('option', { name: /Nadia Rey/ }).click()
    await dialog.getByRole('textbox', { name: 'Motif' }).fill('A conseillé la commune.')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Récuser une personne' }).click()
    // Its field says the same words as the page will.
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('A conseillé la commune.')).toBeVisible()
    await page.getByRole('button', { name: /^Lever\s: Nadia Rey$/ }).click()
    const lift = page.getByRole('dialog', { name: /Lever la récusation/ })
    await lift.getByRole('textbox', { name: /Pourquoi/ }).fill('C’était une autre commune.')
    await lift.getByRole('button', { name: 'Lever' }).click()
    await expect(page.getByText('A conseillé la commune.')).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('what the call froze is said, and the rest is still there to change', async () => {
    await tab('Catégories').click()
    await expect(page.getByText(/Des règles figées depuis le/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ajouter une catégorie' })).toHaveCount(0)
    await page.getByRole('link', { name: /^Modifier\s: Écrit$/ }).click()
    await expect(page.getByText(/le nombre de jugements sont figés/)).toBeVisible()
    await expect(page.getByRole('radio', { name: /Par mentions/ })).toHaveCount(0)
    await page.getByRole('textbox', { name: 'Question posée au jury' }).fill('Quel écrit avez-vous relu ?')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Quel écrit avez-vous relu ?')).toBeVisible()
    await tab('Réglages').click()
    await expect(page.getByText(/Cette règle est figée depuis l’ouverture de l’appel/)).toBeVisible()
    await page.getByLabel(/Clôture de l’appel/).fill(fieldIn(5))
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText(/Une date annoncée peut seulement être repoussée/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  // A call ends by the clock alone: another edition, with the same entries, is further.
  const closed = await aClosedCall(odile.api, maelle.api, {
    edition: { name: NAME, year: 2022, juryClosesAt: new Date(Date.now() + 60 * 86_400_000).toISOString() },
    categories: [
      { name: 'Petite équipe', question: 'Quel projet nous apprend le plus ?' },
      { name: 'Écrit', question: 'Quel écrit avez-vous lu jusqu’au bout ?' },
    ],
    titles: ['Le bon poteau', 'La minute du garde', 'Sept mots'],
  })
  const closedPath = `/prix/${closed.id}`
  const move = { categoryId: closed.categoryIds[1], reason: 'C’est un écrit.' }
  await judge(odile.api, closed.entries.get('Le bon poteau'), { verdict: 'eligible' })
  await judge(odile.api, closed.entries.get('La minute du garde'), { verdict: 'rejected', reason: 'Hors sujet.' })
  await judge(odile.api, closed.entries.get('Sept mots'), { verdict: 'eligible', ...move })

  await test.step('once the call is closed and everything decided: which entries the juries judge', async () => {
    await page.goto(closedPath)
    await page.getByRole('button', { name: 'Clore la recevabilité' }).click()
    const question = page.getByRole('alertdialog', { name: /Clore la recevabilité/ })
    await question.getByRole('button', { name: 'Clore la recevabilité' }).click()
    await page.getByRole('link', { name: 'choisir les dossiers que les jurys jugent' }).click()
    await page.getByRole('checkbox', { name: /Le bon poteau/ }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByText('Pas encore enregistré.')).toBeVisible()
    await page.getByRole('button', { name: /^Enregistrer la sélection\s: Petite équipe$/ }).click()
    await expect(page.getByText(/^Un dossier est retenu/)).toBeVisible()
    await expect(page.getByText('Pas encore enregistré.')).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Revenir à l’édition' }).click()
    await page.getByRole('button', { name: 'Ouvrir les jurys' }).click()
    await expect(page.getByRole('alertdialog')).toContainText(/pas de jury pour\s: Écrit/)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Annuler' }).click()
  })

  await test.step('a member sees the edition, and neither what was put aside nor what is the office’s', async () => {
    await maelle.page.goto(`${closedPath}/dossiers`)
    await expect(maelle.page.getByRole('heading', { name: 'Le bon poteau' })).toBeVisible()
    await expect(maelle.page.getByText('La minute du garde')).toHaveCount(0)
    await expect(maelle.page.getByRole('button', { name: /Recevable/ })).toHaveCount(0)
    expect(await faultsOf(maelle.page)).toEqual([])
    await maelle.page.goto(`${closedPath}/recusations`)
    await expect(maelle.page.getByRole('heading', { level: 1 })).toHaveText(/n’existe pas|introuvable/i)
    await maelle.page.goto(closedPath)
    await expect(maelle.page.getByText(/Rien ne vous attend\s: les jurys ouvrent bientôt/)).toBeVisible()
    expect(await faultsOf(maelle.page)).toEqual([])
  })
})

test('the jury’s duty: who is up to date and who is awaited, never how anybody voted', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { path: '/votes' })
  await page.getByRole('link', { name: 'Voir où en est le prix' }).click()
  await expect(page).toHaveURL(/\/prix\/[0-9a-f-]+$/)
  // Another journey may have an edition of its own, with another jury: this is the demonstration's.
  const { items } = (await (await api.get('/api/awards')).json()) as { items: { id: string; name: string }[] }
  const demo = items.find(({ name }) => name === 'Les Hashtags')
  await page.goto(`/prix/${demo?.id}`)
  await expect(page.getByRole('region', { name: 'À vous maintenant' })).toContainText(/attend(ent)? votre bulletin/)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('navigation', { name: 'Rubriques de l’édition' }).getByRole('link', { name: 'Votes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/bulletins? (sont|est) attendu/)
  const first = page.getByRole('region').filter({ hasText: 'bulletins déposés sur' }).first()
  await first.getByText(/^En attente/).click()
  await expect(first.getByRole('list', { name: 'En attente' }).getByRole('listitem').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await first.getByRole('link', { name: /^(Revoir mon bulletin|Voter)\s:/ }).click()
  await expect(page).toHaveURL(/\/votes\//)
})
