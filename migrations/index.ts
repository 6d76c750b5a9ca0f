import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { statements as foundation } from './0001-foundation.ts'
import { statements as forum } from './0002-forum.ts'
import { statements as pages } from './0003-pages.ts'
import { statements as votes } from './0004-votes.ts'
import { statements as wiki } from './0005-wiki.ts'
import { statements as tree } from './0006-tree.ts'
import { statements as comments } from './0007-comments.ts'
import { statements as history } from './0008-history.ts'
import { statements as publishing } from './0009-publishing.ts'
import { statements as recovered } from './0010-recovered.ts'
import { statements as imports } from './0012-imports.ts'
import { statements as engine } from './0013-votes.ts'
import { statements as candidacies } from './0014-candidacies.ts'
import { statements as committee } from './0015-committee.ts'
import { statements as polls } from './0016-polls.ts'
import { statements as revisions } from './0017-revisions.ts'
import { statements as award } from './0018-award.ts'
import { statements as errata } from './0019-errata.ts'
import { statements as scores } from './0020-award-scores.ts'
import { statements as candidaciesLater } from './0021-candidacies-later.ts'
import { statements as awardRetention } from './0022-award-retention.ts'
import { statements as rights } from './0023-rights.ts'
import { statements as candidaciesFair } from './0024-candidacies-fair.ts'
import { statements as rules } from './0025-rules.ts'
import { statements as awardJournal } from './0026-award-journal.ts'
import { statements as withdrawals } from './0027-withdrawals.ts'
import { statements as undelivered } from './0028-undelivered.ts'
import { statements as awardJurors } from './0029-award-jurors.ts'

/** One migration: statements run one at a time, in order, inside the transaction that the migrator holds. */
const forward = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

/** All migrations by name; forward only. `npm run db:new -- name` adds one. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': forward(foundation),
  '0002-forum': forward(forum),
  '0003-pages': forward(pages),
  '0004-votes': forward(votes),
  '0005-wiki': forward(wiki),
  '0006-tree': forward(tree),
  '0007-comments': forward(comments),
  '0008-history': forward(history),
  '0009-publishing': forward(publishing),
  '0010-recovered': forward(recovered),
  '0012-imports': forward(imports),
  '0013-votes': forward(engine),
  '0014-candidacies': forward(candidacies),
  '0015-committee': forward(committee),
  '0016-polls': forward(polls),
  '0017-revisions': forward(revisions),
  '0018-award': forward(award),
  '0019-errata': forward(errata),
  '0020-award-scores': forward(scores),
  '0021-candidacies-later': forward(candidaciesLater),
  '0022-award-retention': forward(awardRetention),
  '0023-rights': forward(rights),
  '0024-candidacies-fair': forward(candidaciesFair),
  '0025-rules': forward(rules),
  '0026-award-journal': forward(awardJournal),
  '0027-withdrawals': forward(withdrawals),
  '0028-undelivered': forward(undelivered),
  '0029-award-jurors': forward(awardJurors),
}
