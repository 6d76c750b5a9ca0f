import { readFileSync, writeFileSync } from 'node:fs'
import { fieldProblems, problems } from '@cenacle/contract/problems'
import { spaceKind } from '@cenacle/contract/space'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openPGlite } from '../database/open.ts'
import { createLogger, openDeps } from '../deps.ts'
import type { Route } from '../http/access.ts'
import { columns, columnTitles, matrix, type Action } from '../policy/matrix.ts'
import { implicitRoles, type Standing } from '../policy/roles.ts'

// `npm run docs` writes docs/permissions.md and docs/problems.md; with --check it fails when one of them would change.
const docs = new URL('../../../docs/', import.meta.url)

/** All routes as the server registers them. */
async function listRoutes(): Promise<Route[]> {
  const database = await openPGlite()
  await migrate(database.db)
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const deps = await openDeps(config, createLogger(config.logLevel), { database })
  const { app, routes } = await buildApp(deps)
  await app.close()
  await deps.close()
  return routes.filter(({ url }) => /^\/(?:api|ws|collab)\//.test(url))
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

const kindTitles = { committee: 'comité', team: 'équipe', loop: 'boucle privée', workshop: 'atelier', public: 'public' }
const roleTitles = { reader: 'lit', commenter: 'lit, discute', writer: 'lit, discute, écrit', facilitator: 'anime' }
const standingTitles: Record<Standing, string> = {
  anonymous: 'visite',
  candidate: 'candidat·e',
  guest: 'invité·e',
  ambassador: 'ambassadeur·rice',
  member: 'membre',
  administrator: 'administration',
}

function permissions(routes: readonly Route[]): string {
  const actions = Object.keys(matrix) as Action[]
  const rights = actions.map((action) => [
    matrix[action].title,
    ...columns.map((column) => matrix[action].cells[column]),
  ])
  const standings = Object.keys(standingTitles) as Standing[]
  const implicit = spaceKind.options.flatMap((kind) =>
    (['closed', 'open'] as const)
      .filter((state) => state === 'closed' || kind === 'team' || kind === 'loop')
      .map((state) => [
        `${kindTitles[kind]}${state === 'open' ? ', ouvert·e' : ''}`,
        ...standings.map((standing) => {
          const role = implicitRoles[kind][state][standing]
          return role ? roleTitles[role] : '·'
        }),
      ]),
  )
  const byRoute = routes
    .toSorted((a, b) => a.url.localeCompare(b.url) || a.method.localeCompare(b.method))
    .map(({ method, url, access }) => [`\`${method} ${url}\``, matrix[access].title])
  return `# Qui peut faire quoi

Ce fichier est écrit par \`npm run docs\` depuis \`server/src/policy/matrix.ts\` et \`server/src/policy/roles.ts\`. La même table est
éprouvée à chaque \`npm test\` : neuf personnes × toutes les routes × ce qui est à soi, à portée, hors de portée, inconnu.

✔ oui · ✗ refusé (403) · « · » caché : la même réponse que pour ce qui n’existe pas (404) · 401 il faut se connecter · s selon le
rôle dans l’espace, caché sinon · o ce qui est à soi · p si l’espace est public. Ce qu’une personne ne doit pas connaître lui est caché dans tous
les cas. Un compte suspendu ne peut rien de plus qu’une visite.

## Actions

${table(['action', ...columns.map((column) => columnTitles[column])], rights)}

## Rôles que l’on a sans être nommé·e dans un espace

Les rôles s’incluent : qui anime écrit, qui écrit discute, qui discute lit. On reçoit un autre rôle en étant nommé·e, au besoin jusqu’à une date.

${table(['espace', ...standings.map((standing) => standingTitles[standing])], implicit)}

## Routes

${table(['route', 'action'], byRoute)}
`
}

function problemList(): string {
  const rows = Object.entries(problems).map(([code, [status, title]]) => [`\`${code}\``, String(status), title])
  const fields = Object.entries(fieldProblems).map(([code, text]) => [`\`${code}\``, text])
  return `# Les refus

Ce fichier est écrit par \`npm run docs\` depuis \`packages/contract/src/problems.ts\`. Tout refus est un \`application/problem+json\`
(RFC 9457) : \`{type, title, status, code, detail, instance, requestId, errors: [{pointer, code, detail}]}\`. Le \`code\` est stable : c’est sur lui
que compte un programme ; le titre est écrit pour les personnes.

${table(['code', 'statut', 'titre'], rows)}

## Champs

Les codes de \`errors[].code\` ; \`pointer\` (RFC 6901) dit de quel champ il s’agit.

${table(['code', 'texte'], fields)}
`
}

const stale = Object.entries({
  'permissions.md': permissions(await listRoutes()),
  'problems.md': problemList(),
}).filter(([name, text]) => {
  const path = new URL(name, docs)
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text)
    return false
  }
  return readFileSync(path, 'utf8') !== text
})
for (const [name] of stale) console.error(`docs/${name} is not what the tables say: run \`npm run docs\`.`)
process.exit(stale.length > 0 ? 1 : 0)
