import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import type { DemoPerson, DemoSpace } from './content.ts'
import { demonstration as demo } from './demonstration.ts'

const persons = new Map(demo.people.map((person) => [person.key, person]))
const spaces = new Map(demo.spaces.map((space) => [space.slug, space]))
const pages = new Map(demo.pages.map((page) => [page.key, page]))

function person(key: string): DemoPerson {
  const found = persons.get(key)
  assert.ok(found, `unknown person ${key}`)
  return found
}

function space(slug: string): DemoSpace {
  const found = spaces.get(slug)
  assert.ok(found, `unknown space ${slug}`)
  return found
}

const of = (role: DemoPerson['role']): DemoPerson[] => demo.people.filter((one) => one.role === role)
const women = (people: readonly DemoPerson[]): number => people.filter((one) => one.college === 'woman').length
const roleIn = (slug: string, key: string): string | undefined =>
  space(slug).people.find((seat) => seat.key === key)?.role
const unique = (values: readonly string[]): void => assert.equal(new Set(values).size, values.length)

test('people: the counts of the architecture, in parity, with addresses of their own', () => {
  assert.equal(of('member').length, 48)
  assert.equal(women(of('member')), 24)
  assert.equal(of('administrator').length, 1)
  assert.equal(of('ambassador').length, 3)
  assert.equal(of('guest').length, 40)
  assert.equal(women(of('guest')), 20)
  assert.equal(person(demo.visitor).role, 'member')
  unique(demo.people.map((one) => one.key))
  unique(demo.people.map((one) => one.name))
  unique(demo.people.map((one) => one.email))
  for (const one of demo.people) {
    assert.match(one.email, /^[a-z]+(-[a-z]+)*@demo\.example$/)
    assert.ok(one.headline.trim() && one.employer.trim(), one.key)
  }
})

test('spaces: kinds, names, and people who may be there', () => {
  const kinds = demo.spaces.map((one) => one.kind)
  for (const [kind, count] of Object.entries({ committee: 1, team: 5, loop: 2, workshop: 4, public: 1 })) {
    assert.equal(kinds.filter((one) => one === kind).length, count, kind)
  }
  unique(demo.spaces.map((one) => one.slug))
  for (const one of demo.spaces) {
    unique(one.people.map((seat) => seat.key))
    for (const seat of one.people) {
      const { role } = person(seat.key)
      assert.ok(
        role === 'member' ||
          (role === 'ambassador' && one.kind === 'committee') ||
          (role === 'guest' && one.kind === 'workshop'),
      )
    }
    if (one.kind === 'team') assert.ok(one.people.length >= 6 && one.people.length <= 9, one.slug)
    if (one.kind === 'loop') assert.ok(!one.open)
    assert.match(one.purpose, /^[^.]+\.$/)
  }
  assert.equal(space('comite').people.length, 48 + 3)
})

test('workshops: a pair of facilitators, ten guests, each guest in one only', () => {
  const workshops = demo.spaces.filter((one) => one.kind === 'workshop')
  for (const one of workshops) {
    const pair = one.people.filter((seat) => seat.role === 'facilitator').map((seat) => person(seat.key))
    assert.deepEqual(pair.map((facilitator) => facilitator.college).toSorted(), ['man', 'woman'])
    const guests = one.people.map((seat) => person(seat.key)).filter((invited) => invited.role === 'guest')
    assert.equal(guests.length, 10)
    assert.equal(women(guests), 5)
    assert.ok((one.guestsUntilDays ?? 0) > (one.workshop?.inDays ?? Number.POSITIVE_INFINITY), one.slug)
  }
  unique(workshops.flatMap((one) => one.people.map((seat) => seat.key)).filter((key) => person(key).role === 'guest'))
})

test('topics: enough of them, by people of the space, in order of time', () => {
  assert.ok(demo.topics.length >= 30)
  assert.ok(demo.topics.flatMap((topic) => topic.replies).length >= 220)
  unique(demo.topics.map((topic) => topic.title))
  for (const topic of demo.topics) {
    assert.match(roleIn(topic.space, topic.author) ?? '', /writer|facilitator/, topic.title)
    assert.ok(topic.replies.length >= 3 && topic.replies.length <= 14, topic.title)
    let last = topic.minutesAgo
    for (const reply of topic.replies) {
      assert.ok(roleIn(topic.space, reply.author), `${reply.author} in ${topic.space}`)
      assert.ok(reply.minutesAgo > 0 && reply.minutesAgo < last, `${topic.title}: ${reply.author}`)
      last = reply.minutesAgo
    }
    for (const { body } of [topic, ...topic.replies]) {
      assert.ok(body.trim().length >= 8)
      for (const [, name] of body.matchAll(/@(\p{L}+)/gu)) {
        assert.ok(
          space(topic.space).people.some((seat) => person(seat.key).name.startsWith(`${name} `)),
          `@${name}`,
        )
      }
    }
  }
})

test('a poll below a post: answered by people of the space, once each, and by the visitor not yet', () => {
  const asked = demo.topics.flatMap(({ space, replies, ...topic }) =>
    [topic, ...replies].map(({ poll }) => ({ space, poll })),
  )
  const polls = asked.flatMap(({ space, poll }) => (poll ? [{ space, ...poll }] : []))
  assert.ok(polls.length >= 1)
  for (const { space, options, multiple, ballots } of polls) {
    unique(ballots.map(([voter]) => voter))
    assert.ok(ballots.length >= 8)
    for (const [voter, ...choices] of ballots) {
      assert.ok(roleIn(space, voter) && voter !== demo.visitor, voter)
      assert.ok(choices.length === 1 || (multiple && choices.length > 1), voter)
      for (const number of choices) assert.ok(options[number - 1], voter)
    }
  }
})

test('someone asks the visitor a question, and she has not answered', () => {
  const topic = demo.topics.find((one) => one.title.startsWith('Quel rythme'))
  const last = topic?.replies.at(-1)
  const [name] = person(demo.visitor).name.split(' ')
  assert.ok(
    topic && last && topic.space === 'team-veille' && last.body.includes(`@${name}`) && last.author !== demo.visitor,
  )
})

test('pages: enough of them, by writers, in trees whose parents come first', () => {
  assert.ok(demo.pages.length >= 16)
  unique(demo.pages.map((page) => page.key))
  const seen = new Map<string, string>()
  for (const page of demo.pages) {
    assert.match(roleIn(page.space, page.author) ?? '', /writer|facilitator/, page.key)
    if (page.parent) assert.equal(seen.get(page.parent), page.space, page.key)
    seen.set(page.key, page.space)
    assert.ok(page.markdown.split(/\s+/).length >= 150, `${page.key} is thin`)
    assert.doesNotMatch(page.markdown, /^# /m)
    assert.equal(page.markdown.match(/^::: \w/gm)?.length ?? 0, page.markdown.match(/^:::$/gm)?.length ?? 0, page.key)
  }
})

test('links lead to pages that the readers of the text may read', () => {
  const texts = [
    ...demo.pages.map((page) => ({ from: page.space, text: page.markdown })),
    ...demo.topics.flatMap((topic) =>
      [topic, ...topic.replies].map((post) => ({ from: topic.space, text: post.body })),
    ),
  ]
  let links = 0
  for (const { from, text } of texts) {
    for (const [, key] of text.matchAll(/\]\(page:([^)]*)\)/g)) {
      links++
      const page = pages.get(key ?? '')
      assert.ok(page, `page:${key} in ${from}`)
      if (page.space === from || page.space === 'public') continue
      assert.match(space(from).kind, /committee|team|loop/, `page:${key} in ${from}`)
      assert.match(space(page.space).kind, /committee|team|workshop/, `page:${key} in ${from}`)
    }
  }
  assert.ok(links > 40)
})

test('the live script fits its page', () => {
  const page = pages.get(demo.live.page)
  assert.ok(page)
  assert.equal(demo.live.writers.length, 3)
  for (const writer of demo.live.writers) {
    assert.match(roleIn(page.space, writer.person) ?? '', /writer|facilitator/)
    assert.ok(page.markdown.split('\n').includes(`## ${writer.section}`), writer.section)
    assert.equal(writer.sentences.length, 25)
    for (const sentence of writer.sentences) assert.ok(sentence.length < 90 && /[.?]$/.test(sentence), sentence)
  }
})

test('every Markdown text is in the form in which the product would write it back', () => {
  const sources = [
    ...demo.pages.map((page) => page.markdown),
    ...demo.topics.flatMap((topic) => [topic, ...topic.replies].map((post) => post.body)),
    ...demo.candidacies.map((candidacy) => candidacy.motivation),
    ...demo.decisions.map((decision) => decision.context),
  ].map((source) => source.trim().replaceAll('](page:', '](/pages/'))
  for (const source of sources) assert.equal(serializeMarkdown(parseMarkdown(source)).trim(), source)
})

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

// Code, link targets, rulers of tables and fences of callouts are syntax, not text.
const SYNTAX = /```[\s\S]*?```|`[^`\n]*`|\]\([^)\s]*\)|^\|[ :|-]+\|$|^:::/gm

test('French typography in every text', () => {
  const texts = textsOf(demo).map((text) => text.replace(SYNTAX, ''))
  assert.ok(texts.length > 1000)
  for (const text of texts) {
    assert.doesNotMatch(text, /[^\u202F?!]([;?]|!(?!\[))/u, `before ; ? ! in: ${text}`)
    assert.doesNotMatch(text, /«[^\u202F]|[^\u202F]»/u, `inside « » in: ${text}`)
    assert.doesNotMatch(text, /[^\u00A0]:(?=[\s*]|$)/u, `before : in: ${text}`)
    assert.doesNotMatch(text, /\p{L}'\p{L}|"|\.\.\.|\S {2}\S/u, `straight sign in: ${text}`)
  }
})
