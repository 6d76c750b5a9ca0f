import { z } from 'zod'
import { shortlistBy } from './award-score.ts'
import { author } from './person.ts'
import { bodyText, email, id, instant, lineText, optionalBody, optionalLine, personName, reasonText } from './text.ts'

/** The award: editions, their categories, the call for entries. The jury and the palmarès are in `award-jury.ts`. */

export const editionParams = z.strictObject({ editionId: id() })
export const categoryParams = z.strictObject({ categoryId: id() })
export const entryParams = z.strictObject({ entryId: id() })

/** Where an edition is; it follows from what was done and from the clock. `sealed`: signed by two people, not public yet. */
export const editionPhase = z.enum([
  'prepared',
  'call',
  'eligibility',
  'shortlist',
  'jury',
  'deliberation',
  'sealed',
  'published',
  'archived',
])
export type EditionPhase = z.infer<typeof editionPhase>

/** What a conflict of interest takes from a juror: the whole category, or the one entry. */
export const recusalScope = z.enum(['category', 'entry'])

const edition = {
  name: lineText(120),
  year: z.number().int().min(2000).max(2100),
  partner: optionalLine(120),
  text: optionalBody(),
  scope: recusalScope,
  callClosesAt: instant().nullable(),
  juryClosesAt: instant().nullable(),
  embargoAt: instant().nullable(),
}
export const createEditionBody = z.strictObject({
  ...edition,
  partner: edition.partner.default(''),
  text: edition.text.default(''),
  scope: edition.scope.default('category'),
  callClosesAt: edition.callClosesAt.default(null),
  juryClosesAt: edition.juryClosesAt.default(null),
  embargoAt: edition.embargoAt.default(null),
})
export type CreateEditionBody = z.input<typeof createEditionBody>
/** What is not said stays as it is. */
export const changeEditionBody = z.strictObject(edition).partial()

/** `call`: opens the public form; `shortlist`: eligibility is decided; `jury`: opens the votes; `archived`: the edition rests. */
export const advanceBody = z.strictObject({ to: z.enum(['call', 'shortlist', 'jury', 'archived']) })

/** How a category is judged: majority judgment, or points by weighted criteria. */
export const categoryMethod = z.enum(['majority-judgment', 'grid'])
const category = {
  name: lineText(120),
  question: lineText(300),
  method: categoryMethod,
  /** Of a grid: at least one. They get the ids `c1`, `c2`, … in this order. */
  criteria: z.array(z.strictObject({ label: lineText(80), weight: z.number().int().min(1).max(100) })).max(12),
  /** Of a grid: the most points for one criterion. */
  mostPoints: z.number().int().min(1).max(100),
  /** The highest first. */
  medals: z.array(lineText(40)).min(1).max(10),
  /** Entries judged by fewer are not ranked. */
  leastJurors: z.number().int().min(1).max(150),
  /** Who judges it; empty: everybody with a seat. */
  team: z.array(id()).max(150),
}
export const createCategoryBody = z.strictObject({
  ...category,
  method: category.method.default('majority-judgment'),
  criteria: category.criteria.default([]),
  mostPoints: category.mostPoints.default(20),
  medals: category.medals.default(['Or', 'Argent', 'Bronze']),
  leastJurors: category.leastJurors.default(3),
  team: category.team.default([]),
})
export type CreateCategoryBody = z.input<typeof createCategoryBody>
export const changeCategoryBody = z.strictObject(category).partial()

export const categoryAnswer = z.object({
  id: z.string(),
  name: z.string(),
  question: z.string(),
  method: categoryMethod,
  criteria: z.array(z.object({ id: z.string(), label: z.string(), weight: z.number().int() })),
  mostPoints: z.number().int(),
  medals: z.array(z.string()),
  leastJurors: z.number().int(),
  byTeam: z.boolean(),
  team: z.array(author),
  entries: z.number().int(),
  /** The jury's vote, for those who may read it; null for a juror who is recused, and before it opens. */
  voteId: z.string().nullable(),
  /** The viewer is recused from the category, or from some entries of it. */
  recused: z.enum(['no', 'entries', 'category']),
  /** Its team was drawn in public; null where it was not. `gone`: how many of it do not judge any more. */
  drawn: z.object({ places: z.number().int(), gone: z.number().int() }).nullable(),
  can: z.object({ draw: z.boolean(), replace: z.boolean() }),
})
/** How many judge. */
export const drawBody = z.strictObject({ places: z.number().int().min(1).max(150) })
export type CategoryAnswer = z.infer<typeof categoryAnswer>

export const editionAnswer = z.object({
  id: z.string(),
  name: z.string(),
  year: z.number().int(),
  partner: z.string(),
  text: z.string(),
  html: z.string(),
  scope: recusalScope,
  phase: editionPhase,
  callClosesAt: z.string().nullable(),
  juryClosesAt: z.string().nullable(),
  embargoAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Since when its rules are frozen; null while they are not. */
  calledAt: z.string().nullable(),
  categories: z.array(categoryAnswer),
  can: z.object({
    /** Texts, teams, and the dates that are to come, which only move later once the call is open. */
    change: z.boolean(),
    /** What there is to be judged and how: which categories, criteria, medals, scope of recusals. Until the call opens. */
    setRules: z.boolean(),
    run: z.boolean(),
    /** Saying of an entry whether it may take part. */
    judge: z.boolean(),
    /** Choosing which entries the juries judge. */
    shortlist: z.boolean(),
    /** Deciding that somebody does not judge. */
    recuse: z.boolean(),
    /** Changing the instant of the publication, which stays open longer than the rest. */
    setEmbargo: z.boolean(),
    /** Where the edition can go next, by the hand of whoever runs it. */
    advance: z.array(advanceBody.shape.to),
    enter: z.boolean(),
    declare: z.boolean(),
    deliberate: z.boolean(),
    readPalmares: z.boolean(),
  }),
})
export type EditionAnswer = z.infer<typeof editionAnswer>
export const editionsAnswer = z.object({ items: z.array(editionAnswer), can: z.object({ create: z.boolean() }) })

/** What everybody may know: which call is open, for what, and what becomes of the data of whoever files an entry. */
export const callsAnswer = z.object({
  /** Who answers for these data, and whom to write to. Empty while no call is open. */
  privacy: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      year: z.number().int(),
      partner: z.string(),
      html: z.string(),
      closesAt: z.string(),
      /** Months after the edition until whom to write to is erased. */
      keptMonths: z.number().int(),
      categories: z.array(z.object({ id: z.string(), name: z.string(), question: z.string() })),
    }),
  ),
})
export type CallsAnswer = z.infer<typeof callsAnswer>

/** An entry as it is filed; by the public form, nothing is one before the mail that follows is confirmed. */
const entry = {
  categoryId: id(),
  title: lineText(120),
  organisation: lineText(160),
  summary: bodyText(4_000),
  link: z.union([z.literal(''), lineText(500).pipe(z.url({ protocol: /^https?$/, error: 'not-allowed' }))]).default(''),
}
export const enterBody = z.strictObject(entry)
export const applyEntryBody = z.strictObject({
  ...entry,
  contactName: personName(),
  contactEmail: email(),
  /** Of the use of these data, whose purpose the form states. */
  consent: z.literal(true),
})
export type ApplyEntryBody = z.input<typeof applyEntryBody>
export const confirmEntryBody = z.strictObject({ token: z.string().min(20).max(200) })
export const confirmedEntryAnswer = z.object({ title: z.string(), edition: z.string() })

export const entryAnswer = z.object({
  id: z.string(),
  categoryId: z.string(),
  title: z.string(),
  organisation: z.string(),
  html: z.string(),
  link: z.string(),
  submittedAt: z.string(),
  verdict: z.enum(['pending', 'eligible', 'rejected']),
  verdictReason: z.string().nullable(),
  /** Where it was filed, when the office put it into another category. */
  askedCategoryId: z.string().nullable(),
  shortlisted: z.boolean(),
  /** Its option in the jury's vote. */
  optionId: z.string().nullable(),
  /** Taken out of its open jury: why, and when. */
  withdrawn: z.object({ reason: z.string(), at: z.string() }).nullable(),
  /** For those who run the award. */
  contact: z.object({ name: z.string(), email: z.string() }).nullable(),
  can: z.object({
    /** Deciding whether it takes part, and where: not with a conflict of interest about it. */
    judge: z.boolean(),
    /** Taking it out of its open jury. */
    withdraw: z.boolean(),
  }),
})
export type EntryAnswer = z.infer<typeof entryAnswer>
export const entriesAnswer = z.object({ items: z.array(entryAnswer) })

/** What whoever files an entry is told of their data. An empty text is the one that the product comes with. */
export const awardSettingsBody = z.strictObject({
  keptMonths: z.number().int().min(1).max(60),
  privacy: optionalBody(),
})
export type AwardSettingsBody = z.output<typeof awardSettingsBody>
export const awardSettingsAnswer = z.object({ keptMonths: z.number().int(), privacy: z.string() })

/** A refusal says why, and so does another category. */
export const verdictBody = z.strictObject({
  verdict: z.enum(['eligible', 'rejected']),
  categoryId: id().optional(),
  reason: optionalLine(500).default(''),
})
/** Why an entry leaves the jury that judges it. */
export const withdrawEntryBody = z.strictObject({ reason: reasonText(10) })
/** `by`: the order that it is taken from; without it, by hand. */
export const shortlistBody = z.strictObject({ entryIds: z.array(id()).max(50), by: shortlistBy.optional() })
