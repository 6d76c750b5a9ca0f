import {
  advanceBody,
  awardSettingsAnswer,
  awardSettingsBody,
  categoryParams,
  changeCategoryBody,
  changeEditionBody,
  createCategoryBody,
  createEditionBody,
  drawBody,
  editionAnswer,
  editionParams,
  editionsAnswer,
  enterBody,
  entriesAnswer,
  entryParams,
  verdictBody,
  withdrawEntryBody,
} from '@cenacle/contract/award'
import { journalAnswer, journalExport } from '@cenacle/contract/award-journal'
import { pageQuery } from '@cenacle/contract/paging'
import { type App, personCtx } from '../../http/app-types.ts'
import { advanceEdition } from './advance.ts'
import { drawTeam, replaceGone } from './draw/team.ts'
import { changeCategory, createCategory, removeCategory } from './categories.ts'
import { changeEdition, createEdition } from './editions.ts'
import { enterEntry } from './entries.ts'
import { erratumRoutes } from './erratum-routes.ts'
import { exportJournal, readJournal } from './journal/read.ts'
import { juryRoutes } from './jury-routes.ts'
import { publicAwardRoutes } from './public-routes.ts'
import { listEditions, listEntries, readEdition } from './queries.ts'
import { scoreRoutes } from './score/routes.ts'
import { getAwardSettings, setAwardSettings } from './settings.ts'
import { shortlistRoutes } from './shortlist/routes.ts'
import { judgeEntry } from './verdict.ts'
import { withdrawEntry } from './withdrawal.ts'

const edition = { 200: editionAnswer }
const entries = { 200: entriesAnswer }
const run = { access: 'award.run' } as const

/** The award: editions with their categories and entries; the jury and the palmarès beside them. */
export async function awardRoutes(app: App): Promise<void> {
  publicAwardRoutes(app)
  juryRoutes(app)
  shortlistRoutes(app)
  await scoreRoutes(app)
  erratumRoutes(app)
  editionRoutes(app)
  categoryRoutes(app)
  drawRoutes(app)
  entryRoutes(app)
  journalRoutes(app)
  settingRoutes(app)
}

function settingRoutes(app: App): void {
  const config = { access: 'settings.manage' } as const
  const response = { 200: awardSettingsAnswer }
  app.get('/api/settings/award', { config, schema: { response } }, (request) => getAwardSettings(personCtx(request)))
  app.put('/api/settings/award', { config, schema: { body: awardSettingsBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await setAwardSettings(ctx, request.body)
    return getAwardSettings(ctx)
  })
}

function journalRoutes(app: App): void {
  const read = { access: 'award.read' } as const
  app.get(
    '/api/awards/:editionId/journal',
    { config: read, schema: { params: editionParams, querystring: pageQuery, response: { 200: journalAnswer } } },
    (request) => readJournal(personCtx(request), request.params.editionId, request.query),
  )
  app.get(
    '/api/awards/:editionId/journal/export',
    { config: read, schema: { params: editionParams, response: { 200: journalExport } } },
    (request) => exportJournal(personCtx(request), request.params.editionId),
  )
}

function editionRoutes(app: App): void {
  app.get(
    '/api/awards',
    { config: { access: 'award.read' }, schema: { response: { 200: editionsAnswer } } },
    (request) => listEditions(personCtx(request)),
  )
  app.post(
    '/api/awards',
    { config: run, schema: { body: createEditionBody, response: { 201: editionAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      return reply.code(201).send(await readEdition(ctx, await createEdition(ctx, request.body)))
    },
  )
  app.get(
    '/api/awards/:editionId',
    { config: { access: 'award.read' }, schema: { params: editionParams, response: edition } },
    (request) => readEdition(personCtx(request), request.params.editionId),
  )
  app.patch(
    '/api/awards/:editionId',
    { config: run, schema: { params: editionParams, body: changeEditionBody, response: edition } },
    async (request) => {
      const ctx = personCtx(request)
      await changeEdition(ctx, request.params.editionId, request.body)
      return readEdition(ctx, request.params.editionId)
    },
  )
  app.post(
    '/api/awards/:editionId/phase',
    { config: run, schema: { params: editionParams, body: advanceBody, response: edition } },
    async (request) => {
      const ctx = personCtx(request)
      await advanceEdition(ctx, request.params.editionId, request.body.to)
      return readEdition(ctx, request.params.editionId)
    },
  )
}

function categoryRoutes(app: App): void {
  app.post(
    '/api/awards/:editionId/categories',
    { config: run, schema: { params: editionParams, body: createCategoryBody, response: { 201: editionAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { editionId } = request.params
      await createCategory(ctx, editionId, request.body)
      return reply.code(201).send(await readEdition(ctx, editionId))
    },
  )
  app.patch(
    '/api/award-categories/:categoryId',
    { config: run, schema: { params: categoryParams, body: changeCategoryBody, response: edition } },
    async (request) => {
      const ctx = personCtx(request)
      return readEdition(ctx, await changeCategory(ctx, request.params.categoryId, request.body))
    },
  )
  app.delete(
    '/api/award-categories/:categoryId',
    { config: run, schema: { params: categoryParams, response: edition } },
    async (request) => {
      const ctx = personCtx(request)
      return readEdition(ctx, await removeCategory(ctx, request.params.categoryId))
    },
  )
}

function drawRoutes(app: App): void {
  app.post(
    '/api/award-categories/:categoryId/draw',
    { config: run, schema: { params: categoryParams, body: drawBody, response: { 201: editionAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const editionId = await drawTeam(ctx, request.params.categoryId, request.body.places)
      return reply.code(201).send(await readEdition(ctx, editionId))
    },
  )
  app.post(
    '/api/award-categories/:categoryId/draw/replacements',
    { config: run, schema: { params: categoryParams, response: edition } },
    async (request) => {
      const ctx = personCtx(request)
      return readEdition(ctx, await replaceGone(ctx, request.params.categoryId))
    },
  )
}

function entryRoutes(app: App): void {
  app.get(
    '/api/awards/:editionId/entries',
    { config: { access: 'award.read' }, schema: { params: editionParams, response: entries } },
    (request) => listEntries(personCtx(request), request.params.editionId),
  )
  app.post(
    '/api/awards/:editionId/entries',
    {
      config: { access: 'award.enter', perMinute: 20 },
      schema: { params: editionParams, body: enterBody, response: { 201: entriesAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { editionId } = request.params
      await enterEntry(ctx, editionId, request.body)
      return reply.code(201).send(await listEntries(ctx, editionId))
    },
  )
  app.put(
    '/api/award-entries/:entryId/verdict',
    { config: run, schema: { params: entryParams, body: verdictBody, response: entries } },
    async (request) => {
      const ctx = personCtx(request)
      return listEntries(ctx, await judgeEntry(ctx, request.params.entryId, request.body))
    },
  )
  app.post(
    '/api/award-entries/:entryId/withdrawal',
    // Each is mailed to a whole roll.
    {
      config: { ...run, perMinute: 10 },
      schema: { params: entryParams, body: withdrawEntryBody, response: { 201: entriesAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const editionId = await withdrawEntry(ctx, request.params.entryId, request.body.reason)
      return reply.code(201).send(await listEntries(ctx, editionId))
    },
  )
}
