// The shapes of the demonstration's content: plain data, which the seeder turns into rows by the ordinary commands.
// Every date is relative to the moment of seeding, so that the demonstration is never old.

export type DemoRole = 'member' | 'ambassador' | 'guest' | 'administrator'
export type DemoCollege = 'woman' | 'man'
export type DemoSpaceKind = 'committee' | 'team' | 'loop' | 'workshop' | 'public'
export type DemoSpaceRole = 'reader' | 'commenter' | 'writer' | 'facilitator'

export interface DemoPerson {
  /** Stable, ASCII, made of the name; everything else in the content refers to it. */
  key: string
  name: string
  email: string
  role: DemoRole
  college: DemoCollege
  employer: string
  /** Job title, as its holder says it. */
  headline: string
}

export interface DemoSeat {
  key: string
  role: DemoSpaceRole
}

export interface DemoWorkshopBrief {
  pitch: string
  objective: string
  mission: string
  /** Days from the seeding to the day when the room co-writes. */
  inDays: number
}

export interface DemoSpace {
  slug: string
  kind: DemoSpaceKind
  name: string
  /** One sentence. */
  purpose: string
  /** True when every member may read it (teams, workshops). */
  open?: boolean
  people: DemoSeat[]
  /** Days after the seeding when the guests' access ends. */
  guestsUntilDays?: number
  workshop?: DemoWorkshopBrief
}

/** An indicative poll below a post; it stays open. */
export interface DemoPostPoll {
  question: string
  options: string[]
  multiple: boolean
  /** Who chose which options, by their numbers from 1. */
  ballots: [voter: string, ...choices: number[]][]
}

export interface DemoPost {
  author: string
  /** Minutes between the post and the seeding. */
  minutesAgo: number
  /** Markdown; a link to a page of the demonstration is written [title](page:key). */
  body: string
  poll?: DemoPostPoll
}

export interface DemoTopic extends DemoPost {
  space: string
  title: string
  replies: DemoPost[]
}

export interface DemoPage {
  space: string
  key: string
  /** Key of the page above, in the same space, listed before this one. */
  parent?: string
  title: string
  author: string
  /** Markdown without the title; links to other pages are written [title](page:key). */
  markdown: string
  /** Key of who published it; a page of the public space without one is a draft. */
  publisher?: string
  /** Why its publisher froze it. */
  frozen?: string
}

export interface DemoBallots {
  yes: string[]
  no: string[]
  abstain: string[]
  veto: { voter: string; reason: string }[]
}

interface DemoVoteTimes {
  openedDaysAgo: number
  /** Days from the seeding; negative when the vote is closed. */
  closesInDays: number
  ballots: DemoBallots
}

export interface DemoCandidacy extends DemoVoteTimes {
  key: string
  name: string
  email: string
  college: DemoCollege
  employer: string
  headline: string
  sponsor: string
  /** Markdown. */
  motivation: string
  outcome: 'open' | 'admitted' | 'vetoed'
  /** The member that an admitted candidate has become. */
  becameMember?: string
}

export interface DemoDecision extends DemoVoteTimes {
  key: string
  space: string
  author: string
  question: string
  /** Markdown: why the question is asked, and what each answer would mean. */
  context: string
  /** Adopted when yes exceeds (or, with orEqual, reaches) this share of the votes expressed. */
  threshold: { numerator: number; denominator: number; orEqual: boolean }
  outcome: 'open' | 'adopted'
}

/** A question over several options, or of a number. */
export interface DemoPoll extends Omit<DemoVoteTimes, 'ballots'> {
  key: string
  space: string
  author: string
  question: string
  /** Markdown. */
  context: string
  method: 'majority-judgment' | 'schulze' | 'median'
  options: string[]
  /** Of `median`. */
  number?: { min: number; max: number; unit: string }
  /** Voters and what each said, as polls.ts tells. */
  ballots: [voter: string, said: string][]
}

export interface DemoEntry {
  key: string
  title: string
  organisation: string
  /** Two or three sentences. */
  summary: string
}

export interface DemoAwardCategory {
  key: string
  name: string
  question: string
  /** Judged by points out of 20 by these; without them, by majority judgment. */
  criteria?: { label: string; weight: number }[]
  entries: DemoEntry[]
}

export interface DemoAward {
  key: string
  name: string
  edition: number
  status: 'jury-open'
  juryOpenedDaysAgo: number
  juryClosesInDays: number
  categories: DemoAwardCategory[]
  /** Who took its steps. */
  office: string
  /** Members who withdrew from a whole category because their employer is nominated in it. */
  recusals: { member: string; category: string; reason: string }[]
}

export interface DemoMeeting {
  space: string
  title: string
  /** Who called it. */
  author: string
  /** Days from the seeding, negative when it is over, and the hour in UTC at which it begins. */
  inDays: number
  hour: number
  hours: number
  place: string
  link?: string
  /** Markdown. */
  agenda: string
  present: string[]
  remote: string[]
  excused: string[]
  /** Key of the page of its minutes. */
  minutes?: string
}

export interface DemoWriter {
  person: string
  /** Title of the heading of the page under which this person writes. */
  section: string
  /** Short sentences, typed in this order at the end of the section, key by key. */
  sentences: string[]
}

export interface DemoLivePage {
  page: string
  writers: DemoWriter[]
}

export interface DemoContent {
  /** The person whom the sign-in page of the demonstration proposes first. */
  visitor: string
  people: DemoPerson[]
  spaces: DemoSpace[]
  topics: DemoTopic[]
  pages: DemoPage[]
  candidacies: DemoCandidacy[]
  decisions: DemoDecision[]
  polls: DemoPoll[]
  meetings: DemoMeeting[]
  award: DemoAward
  live: DemoLivePage
}

/** Minutes in an hour and in a day, for `minutesAgo`. */
export const HOUR = 60
export const DAY = 24 * HOUR

/** One post of a topic, in one line. */
export function post(author: string, minutesAgo: number, body: string, poll?: DemoPostPoll): DemoPost {
  return { author, minutesAgo, body, ...(poll && { poll }) }
}
