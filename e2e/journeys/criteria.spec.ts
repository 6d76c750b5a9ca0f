import { faultProxy } from '../../server/test/fault-proxy.ts'
import { axeFaults } from '../support/axe.ts'
import { DESK, expect, home, post, test } from '../support/test.ts'
import { aMomentLater, enterThrough, newPage, stateOf, textOf, typeAfter, wordsOf, write } from '../support/writing.ts'

/** The acceptance criteria of co-editing that only a browser can show; the others are in server/test/criteria. */
const NETWORK =
  /WebSocket connection|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_SOCKET/
const serverPort = (): number => Number(new URL(home()).port)

test('criterion 5: lines that are cut again and again while two people type: both end with the same text, and all of it', async ({
  enter,
  browser,
  faults,
}) => {
  faults.expected = NETWORK
  const owner = await enter('ghjulia-ortolacci')
  const path = await newPage(owner, 'Le carnet des coupures', 'Premier.\n\nDeuxième.')
  const links = await Promise.all([faultProxy(serverPort()), faultProxy(serverPort())])
  const [ann, bob] = await Promise.all(
    ['ghjulia-ortolacci', 'stephane-guivarcel'].map((key, i) => enterThrough(browser, links[i]?.origin ?? '', key)),
  )
  if (!ann || !bob) throw new Error('two people')
  const people = [ann, bob]
  const plain: string[] = []
  for (const { page } of people)
    page.on('request', (request) => void (request.url().includes('/sync?') && plain.push(request.url())))
  try {
    await write(ann, path, 'Premier.')
    await write(bob, path, 'Premier.')
    await typeAfter(ann.page, 'Premier.', ' ')
    await typeAfter(bob.page, 'Deuxième.', ' ')
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(people.map(({ page }, who) => page.keyboard.type(`mot${who}x${round} `)))
      links[round % 2]?.cut()
    }
    // Long enough for several attempts; none of them was refused.
    for (const link of links) link.faults.down = true
    for (const link of links) link.cut()
    await ann.page.waitForTimeout(1_500)
    for (const link of links) link.faults.down = false
    for (const { page } of people) {
      await expect(stateOf(page, 'saved')).toHaveText('Enregistré', { timeout: 40_000 })
      for (let round = 0; round < 6; round += 1)
        for (const who of [0, 1]) await expect(textOf(page)).toContainText(`mot${who}x${round}`)
    }
    const shown = await Promise.all(people.map(({ page }) => wordsOf(page)))
    expect(shown[0]).toBe(shown[1])
    expect(plain, 'a network that is away is not one that refuses WebSockets').toEqual([])
  } finally {
    await Promise.all(people.map(({ context }) => context.close()))
    await Promise.all(links.map((link) => link.close()))
  }
})

test('criterion 7: a proxy answers 403 to WebSockets: the page is read at once, written over plain requests, and two people agree', async ({
  enter,
  browser,
}) => {
  const outside = await enter('stephane-guivarcel', { viewport: DESK })
  const path = await newPage(outside, 'Le carnet du 403', 'Ce qui est déjà écrit.')
  const proxy = await faultProxy(serverPort())
  proxy.faults.refuseUpgrade = 403
  const behind = await enterThrough(browser, proxy.origin, 'felix-amoretti')
  try {
    await write(outside, path, 'Ce qui est déjà écrit.')
    await write(behind, path, 'Ce qui est déjà écrit.')
    await typeAfter(behind.page, 'Ce qui est déjà écrit.', ' Depuis le proxy.')
    await expect(textOf(outside.page)).toContainText('Depuis le proxy.')
    await expect(stateOf(behind.page, 'saved')).toHaveText('Enregistré')
    await typeAfter(outside.page, 'Depuis le proxy.', ' Depuis le bureau.')
    await expect(textOf(behind.page)).toContainText('Depuis le bureau.')
  } finally {
    await behind.context.close()
    await proxy.close()
  }
})

test('criterion 8: rights that end while one types: what could not be sent is shown, to be copied', async ({
  enter,
  faults,
}) => {
  faults.expected = NETWORK
  const owner = await enter('ghjulia-ortolacci')
  const writer = await enter('felix-amoretti', { viewport: DESK })
  const me = (await (await writer.api.get('/api/me')).json()) as { id: string }
  const people = [{ personId: me.id, role: 'writer' }]
  const space = await post<{ id: string }>(owner.api, '/api/spaces', {
    kind: 'loop',
    name: 'Boucle des droits',
    people,
  })
  const body = { title: 'Le carnet des droits', parentId: null, markdown: 'Ce qui est écrit.' }
  const { id } = await post<{ id: string }>(owner.api, `/api/spaces/${space.id}/pages`, body)
  await write(writer, `/pages/${id}`, 'Ce qui est écrit.')
  await writer.context.setOffline(true)
  await typeAfter(writer.page, 'Ce qui est écrit.', ' Ce qui restait à envoyer.')
  const gone = await owner.api.delete(`/api/spaces/${space.id}/people/${me.id}`, { headers: { origin: home() } })
  expect(gone.ok()).toBe(true)
  await writer.context.setOffline(false)
  const unsent = writer.page.getByRole('textbox', { name: /pas été enregistré/ })
  await expect(unsent).toHaveValue(/Ce qui restait à envoyer/, { timeout: 40_000 })
  await expect(textOf(writer.page)).toHaveAttribute('contenteditable', 'false')
})

test('criterion 10: what one typed while another changed the paragraph waits in « Texte récupéré », and is put back by keyboard', async ({
  enter,
  faults,
}) => {
  faults.expected = NETWORK
  const ann = await enter('ghjulia-ortolacci', { viewport: DESK })
  const bob = await enter('stephane-guivarcel', { viewport: DESK })
  const path = await newPage(ann, 'Le carnet commun', '## Budget\n\nLe poste est à revoir.\n\nLa suite.')
  await write(ann, path, 'Le poste est à revoir.')
  await write(bob, path, 'Le poste est à revoir.')
  await ann.context.setOffline(true)
  await typeAfter(ann.page, 'Le poste est à revoir.', ' Trois cents euros suffisent.')
  await textOf(bob.page).getByText('Le poste est à revoir.').click()
  await bob.page.getByRole('button', { name: 'Liste à puces' }).first().click()
  await expect(textOf(bob.page).locator('li')).toContainText('Le poste est à revoir.')
  await expect(stateOf(bob.page, 'saved')).toHaveText('Enregistré')
  await ann.context.setOffline(false)

  const drawer = bob.page.getByRole('region', { name: 'Texte récupéré' })
  await expect(drawer).toContainText('1 passage', { timeout: 40_000 })
  await drawer.getByRole('button', { name: 'Voir' }).focus()
  await bob.page.keyboard.press('Enter')
  await expect(drawer.locator('mark')).toHaveText(' Trois cents euros suffisent.')
  await expect(drawer).toContainText('Sous « Budget »')
  expect(await axeFaults(bob.page, (axe) => axe.include('section[aria-label="Texte récupéré"]'))).toEqual([])
  await textOf(bob.page).getByText('Le poste est à revoir.').click()
  await bob.page.keyboard.press('End')
  await aMomentLater(bob.page)
  await drawer.getByRole('button', { name: 'Insérer au curseur' }).focus()
  await bob.page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  await expect(textOf(ann.page)).toContainText('Le poste est à revoir. Trois cents euros suffisent.')
  await expect(ann.page.getByRole('region', { name: 'Texte récupéré' })).toBeHidden()
})

test('criterion 12: accents that are composed, and emoji of one family, while another types in the same paragraph: the exact text', async ({
  enter,
}) => {
  const ann = await enter('ghjulia-ortolacci', { viewport: DESK })
  const bob = await enter('stephane-guivarcel', { viewport: DESK })
  const path = await newPage(ann, 'Le carnet des accents', 'Début.')
  await write(ann, path, 'Début.')
  await write(bob, path, 'Début.')
  await typeAfter(ann.page, 'Début.', ' Une f')
  await expect(textOf(bob.page)).toContainText('Début. Une f')
  await textOf(bob.page).getByText('Début.').click()
  await bob.page.keyboard.press('Home')
  await aMomentLater(bob.page)
  const ime = await ann.context.newCDPSession(ann.page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string) => ime.send('Input.insertText', { text })

  await test.step('a dead key: ^ then e', async () => {
    await compose('^')
    await bob.page.keyboard.type('Pair ')
    await expect(textOf(bob.page)).toContainText('Pair Début.')
    await compose('ê')
    await commit('ê')
    await ann.page.keyboard.type('te')
  })
  await test.step('a word that is proposed and completed, as on a phone', async () => {
    for (const part of ['n', 'no', 'noë', 'noël']) {
      await compose(part)
      await bob.page.keyboard.type('x')
    }
    await commit('noël')
  })
  await test.step('emoji that share their first half', async () => {
    await commit(' 😀')
    await bob.page.keyboard.type(' ')
    await ann.page.keyboard.press('Shift+ArrowLeft')
    await commit('😁')
  })
  const exact = 'Pair xxxx Début. Une fêtenoël 😁'
  for (const { page } of [ann, bob]) {
    await expect(stateOf(page, 'saved')).toHaveText('Enregistré')
    await expect.poll(() => wordsOf(page)).toBe(exact)
  }
  const id = path.split('/').at(-1)
  const stored = async () => ((await (await ann.api.get(`/api/pages/${id}`)).json()) as { markdown: string }).markdown
  await expect.poll(stored).toBe(`${exact}\n`)
})

test('criterion 17: a tab from before a deployment turns read-only and says so; what waited in it is merged after a reload', async ({
  enter,
  browser,
}) => {
  const owner = await enter('ghjulia-ortolacci')
  const path = await newPage(owner, 'Le carnet d’hier', 'Écrit hier.')
  const link = await faultProxy(serverPort())
  const { page, context } = await enterThrough(browser, link.origin, 'ghjulia-ortolacci')
  // What the server would hear of a tab with an older schema: the same tab, under another name.
  await context.addInitScript(() => {
    window.WebSocket = new Proxy(window.WebSocket, {
      construct: (Socket, [url]: [string]) =>
        new Socket('isOld' in window ? url.replace(/schema=\w+/, 'schema=older') : url),
    })
  })
  try {
    await write({ page }, path, 'Écrit hier.')
    await page.evaluate(() => Object.assign(window, { isOld: true }))
    link.faults.down = true
    link.cut()
    await typeAfter(page, 'Écrit hier.', ' Écrit pendant le déploiement.')
    await expect(stateOf(page, 'unsaved')).toHaveAttribute('data-kept', 'true')
    link.faults.down = false
    const ended = page.getByRole('alert').filter({ hasText: 'Une nouvelle version du site est en place' })
    await expect(ended).toBeVisible({ timeout: 60_000 })
    await expect(textOf(page)).toHaveAttribute('contenteditable', 'false')
    await expect(page.getByRole('textbox', { name: /pas été enregistré/ })).toHaveValue(/Écrit pendant le déploiement/)
    await page.getByRole('button', { name: 'Recharger' }).click()
    await page.getByRole('button', { name: /envoyer et continuer/ }).click({ timeout: 60_000 })
    await expect(textOf(page)).toContainText('Écrit hier. Écrit pendant le déploiement.', { timeout: 40_000 })
    await expect(stateOf(page, 'saved')).toHaveText('Enregistré')
  } finally {
    await context.close()
    await link.close()
  }
})
