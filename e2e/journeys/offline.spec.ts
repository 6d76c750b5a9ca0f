import type { BrowserContext, Page } from '@playwright/test'
import { DESK, type Entered, expect, post, test } from '../support/test.ts'
import { aMomentLater } from '../support/writing.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de la page' })
const state = (page: Page, word: string) => page.locator(`[data-saved="${word}"]`).first()

/** A proxy that lets no WebSocket through: each upgrade meets an address that answers with an error. */
async function refuseSockets(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Native = window.WebSocket
    window.WebSocket = class extends Native {
      constructor() {
        super(`${location.origin.replace(/^http/, 'ws')}/refused`)
      }
    }
  })
}

/** A proxy that neither passes a WebSocket on nor refuses it: nothing ever comes of it. */
async function swallowSockets(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      static readonly OPEN = 1
      readyState = 0
      onclose: ((event: object) => void) | null = null
      send(): void {}
      close(): void {
        if (this.readyState === 3) return
        this.readyState = 3
        this.dispatchEvent(new Event('close'))
        this.onclose?.({ code: 1006, reason: '' })
      }
    } as never
  })
}

async function newPage({ api }: Entered, title: string): Promise<string> {
  const { id } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const markdown = 'Ce que le comité a déjà écrit.'
  const page = await post<{ id: string }>(api, `/api/spaces/${id}/pages`, { title, parentId: null, markdown })
  return `/pages/${page.id}`
}

async function write({ page }: Entered, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText('Ce que le comité a déjà écrit.')).toBeVisible()
  await page.getByRole('button', { name: 'Écrire' }).click()
  await expect(text(page)).toContainText('Ce que le comité a déjà écrit.')
}

async function type(page: Page, line: string): Promise<void> {
  await text(page).press('Control+End')
  await aMomentLater(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(line)
}

test('criterion 6: behind a proxy without WebSockets one writes over plain requests; without any network nothing is lost, through a reload too', async ({
  enter,
  faults,
}) => {
  faults.expected = /WebSocket connection|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/
  const behind = await enter('ghjulia-ortolacci')
  await refuseSockets(behind.context)
  const path = await newPage(behind, 'Le carnet du proxy')
  const outside = await enter('stephane-guivarcel', { viewport: DESK })
  await write(outside, path)
  await write(behind, path)

  await test.step('what is typed is saved, and seen by the others, both ways', async () => {
    await type(behind.page, 'Écrit derrière le proxy.')
    await expect(state(behind.page, 'saved')).toHaveText('Enregistré')
    await expect(text(outside.page)).toContainText('Écrit derrière le proxy.')
    await type(outside.page, 'Lu au bureau.')
    await expect(text(behind.page)).toContainText('Lu au bureau.')
  })

  await test.step('in a tunnel: said in words, and the tab asks before it closes', async () => {
    await behind.context.setOffline(true)
    await type(behind.page, 'Écrit dans le tunnel.')
    await expect(state(behind.page, 'unsaved')).toContainText('Non enregistré')
    await expect(behind.page.getByText('votre texte est gardé ici et partira dès que possible').first()).toBeVisible()
    const asked = behind.page.waitForEvent('dialog')
    await behind.page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await expect(text(behind.page)).toContainText('Écrit dans le tunnel.')
  })

  await test.step('out of the tunnel it leaves by itself', async () => {
    await behind.context.setOffline(false)
    await expect(state(behind.page, 'saved')).toHaveText('Enregistré')
    await expect(text(outside.page)).toContainText('Écrit dans le tunnel.')
  })

  await test.step('a tab that was lost in the tunnel gives its text back at the next visit', async () => {
    await behind.context.setOffline(true)
    await type(behind.page, 'Écrit juste avant la panne.')
    await expect(state(behind.page, 'unsaved')).toHaveAttribute('data-kept', 'true')
    await behind.page.close()
    await behind.context.setOffline(false)
    const again = await behind.context.newPage()
    await again.goto(path)
    await expect(again.getByText('Un texte que vous avez écrit ici attend encore sur cet appareil.')).toBeVisible()
    await again.getByRole('button', { name: 'L’envoyer et continuer' }).click()
    await expect(text(again)).toContainText('Écrit juste avant la panne.')
    await expect(state(again, 'saved')).toHaveText('Enregistré')
    await expect(text(outside.page)).toContainText('Écrit juste avant la panne.')
  })
})

test('criterion 7: behind a proxy that swallows WebSockets one gives up on them, and writes', async ({ enter }) => {
  const behind = await enter('felix-amoretti')
  const path = await newPage(behind, 'Le carnet du proxy muet')
  await swallowSockets(behind.context)
  await behind.page.goto(path)
  await behind.page.getByRole('button', { name: 'Écrire' }).click()
  await expect(text(behind.page)).toContainText('Ce que le comité a déjà écrit.', { timeout: 40_000 })
  await type(behind.page, 'Écrit malgré tout.')
  await expect(state(behind.page, 'saved')).toHaveText('Enregistré')
})
