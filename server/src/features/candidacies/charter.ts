import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { allow } from '../../policy/allow.ts'
import { administer } from '../../policy/person.ts'
import { Problem } from '../../problem.ts'

/** The setting `candidacies`: texts in Markdown that the committee writes itself, and its delays. What is absent has a default. */
export interface CandidacyTexts {
  /** What whoever takes a seat agrees to. */
  charter: string
  /** The first page that a new member reads. */
  welcome: string
  /** Who answers for the data of candidates, and whom to write to. */
  privacy: string
}

/** The product's own charter, in Markdown. */
export const CHARTER = `- Le siège est **bénévole et personnel** : il ne représente ni un employeur ni un parti.
- Voter est le seul devoir de chaque membre ; les échanges restent **confidentiels** tant que le comité n’en décide pas autrement.
- Chaque membre **signale ses conflits d’intérêts** et ne prend pas part aux votes qu’ils touchent.
- On peut quitter le comité à tout moment, et chaque année l’on dit si l’on reste.`

const welcome = `# Vos premiers pas

1. **Présentez-vous** : complétez votre profil et ajoutez un portrait, pour que l’on mette un visage sur votre nom.
2. **Lisez le comité** : ses discussions et ses pages vous sont ouvertes, et vous pouvez y écrire.
3. **Votez** : l’accueil montre ce qui attend votre voix. C’est le seul devoir des membres.
4. **Une équipe vous tente ?** Écrivez-lui dans son espace : on y entre quand on veut.

# Le veto, en deux mots

Chaque membre peut bloquer une candidature par un veto motivé. Il se lève aussi simplement qu’il se pose. Votre vote, lui, reste modifiable jusqu’à la clôture.`

const privacy = `Le comité est responsable de ces données et n’en fait rien d’autre. Pour les lire, les corriger, les faire effacer ou vous opposer à leur usage, écrivez-lui depuis votre page de suivi : la personne qui vous présente y répond.

Si la réponse ne vous convient pas, vous pouvez saisir la [CNIL](https://www.cnil.fr/fr/adresser-une-plainte).`

/** The texts as they hold today. */
export async function readTexts(db: Db): Promise<CandidacyTexts> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'candidacies').executeTakeFirst()
  const own = (row?.value ?? {}) as Partial<CandidacyTexts>
  return {
    charter: own.charter || CHARTER,
    welcome: own.welcome || welcome,
    privacy: own.privacy || privacy,
  }
}

/** What the administration reads in order to change it. */
export async function getTexts(ctx: PersonContext): Promise<CandidacyTexts> {
  allow(administer(ctx.viewer))
  return readTexts(ctx.db)
}

/**
 * Changes them; an empty one is the product's own again. Who agreed to a charter before agreed to that one: its hash is kept
 * with the candidacy.
 */
export async function setTexts(ctx: PersonContext, next: CandidacyTexts): Promise<void> {
  allow(administer(ctx.viewer))
  // What cannot be shown is refused before it is stored.
  for (const text of [next.charter, next.welcome, next.privacy]) await ctx.renderPost(text)
  await inTx(ctx, async (ctx) => {
    const row = { value: JSON.stringify(next), updated_at: ctx.now() }
    await ctx.db
      .insertInto('setting')
      .values({ key: 'candidacies', ...row })
      .onConflict((oc) => oc.column('key').doUpdateSet(row))
      .execute()
    const detail = JSON.stringify({
      charter: sha256(next.charter),
      welcome: sha256(next.welcome),
      privacy: sha256(next.privacy),
    })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'candidacies.texts', detail, at: ctx.now() })
      .execute()
  })
}

/** Nobody agrees to a charter that they have not read. @param read hash of the one that was shown @throws Problem conflict */
export async function agreeTo(db: Db, read: string): Promise<void> {
  const { charter } = await readTexts(db)
  if (sha256(charter) !== read)
    throw new Problem('conflict', { detail: 'La charte vient de changer : relisez-la avant de l’accepter.' })
}

/** Who answers for the data of candidates, as it is shown. */
export async function presentPrivacy(ctx: { db: Db; renderPost(markdown: string): Promise<string> }): Promise<string> {
  return ctx.renderPost((await readTexts(ctx.db)).privacy)
}

/** The charter as it is shown, and what its acceptance is remembered by. */
export async function presentCharter(ctx: {
  db: Db
  renderPost(markdown: string): Promise<string>
}): Promise<{ html: string; hash: string }> {
  const { charter: text } = await readTexts(ctx.db)
  return { html: await ctx.renderPost(text), hash: sha256(text) }
}
