import { limits } from '@cenacle/contract/text'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/meeting.ts'
import { createPage } from '../../wiki/commands.ts'
import { tellOthers } from './commands.ts'
import { listAttendance } from './queries.ts'
import { lockMeeting, type MeetingRow } from './rows.ts'

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
/** The template of a new installation; its administrators may have changed what it says, or thrown it away. */
const MINUTES_TEMPLATE = '01990000-0000-7000-8000-000000000003'
const FALLBACK = '- **Date :**\n- **Lieu :**\n\n## Ordre du jour\n\n## Ce qui a été décidé\n'

/**
 * The page of the minutes: the template with what is known of the meeting, the first time; then always the same page.
 * @returns its id, and whether it was made now
 * @throws Problem not-found, forbidden
 */
export const writeMinutes = (ctx: PersonContext, id: string): Promise<{ pageId: string; created: boolean }> =>
  inTx(ctx, async (ctx) => {
    // Two who press at once get one page: the second waits here, and finds it.
    const { row, facts } = await lockMeeting(ctx, id)
    allow(policy.writeMinutes(facts))
    if (row.page_id !== null) return { pageId: row.page_id, created: false }
    const lines = await listAttendance(ctx.db, id)
    const there = lines.filter(({ said, wasThere }) => wasThere ?? said !== 'excused')
    const excused = lines.filter(({ said, wasThere }) => said === 'excused' && !wasThere)
    const names = (some: typeof lines): string => some.map(({ person }) => person.name).join(', ')
    const markdown = filled(await template(ctx.db), row, { there: names(there), excused: names(excused) })
    const title = [...`Compte rendu\u00a0: ${row.title}`].slice(0, limits.title).join('')
    const pageId = await createPage(ctx, row.space_id, { title, parentId: null, markdown })
    await ctx.db.updateTable('meeting').set({ minutes_page_id: pageId }).where('id', '=', id).execute()
    await tellOthers(ctx, row)
    return { pageId, created: true }
  })

async function template(db: Db): Promise<string> {
  const row = await db
    .selectFrom('page_template')
    .select('markdown')
    .where('id', '=', MINUTES_TEMPLATE)
    .executeTakeFirst()
  return row?.markdown ?? FALLBACK
}

/** A name or a place as it is, whatever signs it holds. */
const literal = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&')

/** The lines of the template that the meeting answers; whatever the administrators wrote besides stays as it is. */
function filled(markdown: string, row: MeetingRow, { there, excused }: { there: string; excused: string }): string {
  const line = (text: string, label: string, value: string): string =>
    value === ''
      ? text
      : text.replace(new RegExp(`^(- \\*\\*${label}\\s?:\\*\\*).*$`, 'mu'), (_, head) => `${head} ${literal(value)}`)
  let text = line(markdown, 'Date', day.format(row.starts_at))
  text = line(text, 'Lieu', row.place || row.link)
  text = line(text, 'Présent·es', there)
  text = line(text, 'Excusé·es', excused)
  if (row.agenda === '') return text
  const agenda = row.agenda.replace(/^#{1,2} /gm, '### ')
  return text.replace(/^(## Ordre du jour)\n[\s\S]*?(?=^## |(?![\s\S]))/mu, (_, head) => `${head}\n\n${agenda}\n\n`)
}
