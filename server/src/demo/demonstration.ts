import type { DemoBallots, DemoContent, DemoPost } from './content.ts'
import { demoLive } from './live.ts'
import { demoMeetings } from './meetings.ts'
import { demoPages } from './pages.ts'
import { demoPeople } from './people.ts'
import { demoSpaces } from './spaces.ts'
import { demoTopics } from './topics.ts'
import { french } from './typography.ts'
import { demoAward } from './votes/award.ts'
import { demoCandidacies } from './votes/candidacies.ts'
import { demoDecisions } from './votes/decisions.ts'
import { demoPolls } from './votes/polls.ts'

const typesetPost = <P extends DemoPost>(post: P): P => ({
  ...post,
  body: french(post.body),
  ...(post.poll && {
    poll: { ...post.poll, question: french(post.poll.question), options: post.poll.options.map(french) },
  }),
})

const typesetBallots = (ballots: DemoBallots): DemoBallots => ({
  ...ballots,
  veto: ballots.veto.map((veto) => ({ ...veto, reason: french(veto.reason) })),
})

/** The whole content of the demonstration, with French spacing in every text. The seeder reads this and nothing else. */
export const demonstration: DemoContent = {
  visitor: 'maelle-brossard',
  people: demoPeople,
  spaces: demoSpaces.map(({ workshop, ...space }) => ({
    ...space,
    name: french(space.name),
    purpose: french(space.purpose),
    ...(workshop && {
      workshop: {
        ...workshop,
        pitch: french(workshop.pitch),
        objective: french(workshop.objective),
        mission: french(workshop.mission),
      },
    }),
  })),
  topics: demoTopics.map((topic) => ({
    ...typesetPost(topic),
    title: french(topic.title),
    replies: topic.replies.map(typesetPost),
  })),
  pages: demoPages.map((page) => ({ ...page, title: french(page.title), markdown: french(page.markdown) })),
  candidacies: demoCandidacies.map((candidacy) => ({
    ...candidacy,
    headline: french(candidacy.headline),
    motivation: french(candidacy.motivation),
    ballots: typesetBallots(candidacy.ballots),
  })),
  decisions: demoDecisions.map((decision) => ({
    ...decision,
    question: french(decision.question),
    context: french(decision.context),
    ballots: typesetBallots(decision.ballots),
  })),
  polls: demoPolls.map((poll) => ({
    ...poll,
    question: french(poll.question),
    context: french(poll.context),
    options: poll.options.map(french),
  })),
  meetings: demoMeetings.map((meeting) => ({
    ...meeting,
    title: french(meeting.title),
    place: french(meeting.place),
    agenda: french(meeting.agenda),
  })),
  award: {
    ...demoAward,
    name: french(demoAward.name),
    categories: demoAward.categories.map((category) => ({
      ...category,
      name: french(category.name),
      question: french(category.question),
      entries: category.entries.map((entry) => ({
        ...entry,
        title: french(entry.title),
        summary: french(entry.summary),
      })),
    })),
    recusals: demoAward.recusals.map((recusal) => ({ ...recusal, reason: french(recusal.reason) })),
  },
  live: {
    ...demoLive,
    writers: demoLive.writers.map((writer) => ({
      ...writer,
      section: french(writer.section),
      sentences: writer.sentences.map(french),
    })),
  },
}
