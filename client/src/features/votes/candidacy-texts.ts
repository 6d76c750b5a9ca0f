import type { Locale } from '../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../i18n/paris.ts'
import { sayDate } from '../../i18n/time.ts'
import type { Candidacy, Vote } from './api.ts'
import type { Step } from '../../ui/Steps.tsx'
import type { SayHere, VoteKey } from './texts/say.ts'

const titles = {
  submitted: 'candidacy.title.submitted',
  open: 'candidacy.title.open',
  vetoed: 'candidacy.title.vetoed',
  not_adopted: 'candidacy.title.not_adopted',
  quorum_failed: 'candidacy.title.undecided',
  no_ballot: 'candidacy.title.undecided',
  admissible: 'candidacy.title.waiting',
  waiting_parity: 'candidacy.title.waiting',
  waiting_seats: 'candidacy.title.waiting',
  offered: 'candidacy.title.offered',
  admitted: 'candidacy.title.admitted',
  refused: 'candidacy.title.not_adopted',
  expired: 'candidacy.title.expired',
  lapsed: 'candidacy.title.expired',
  withdrawn: 'candidacy.title.withdrawn',
  inadmissible: 'candidacy.title.inadmissible',
} as const satisfies Record<Candidacy['status'], VoteKey>

/** What a candidacy is about, as one sentence. */
export const candidacyTitle = ({ status, name }: Pick<Candidacy, 'status' | 'name'>, t: SayHere): string =>
  t(titles[status], { name })

/** The day and the hour at which a vote closes: « jusqu'au 24 nov., 18 h ». */
export const sayUntil = (closesAt: string, now: Date, locale: Locale, t: SayHere): string => {
  const date = new Date(closesAt)
  return t('step.until', { date: sayDate(date, now, locale), hour: sayDeadlineHour(date, locale) })
}

/** The four steps of a candidacy. @param vote undefined before it is put to the vote, or where it is not the reader's business */
export const candidacySteps = (
  candidacy: Candidacy,
  vote: Vote | undefined,
  now: Date,
  locale: Locale,
  t: SayHere,
): Step[] => {
  const { status, submittedAt, openedAt } = candidacy
  const day = (at: string): string => sayDate(new Date(at), now, locale)
  const isDecided = status !== 'submitted' && status !== 'open'
  const closing =
    vote && (isDecided ? t('step.closed', { date: day(vote.closesAt) }) : sayUntil(vote.closesAt, now, locale, t))
  return [
    { id: 'submitted', label: t('step.submitted'), note: day(submittedAt), state: 'done' },
    {
      id: 'presented',
      label: t('step.presented'),
      note: openedAt && day(openedAt),
      state: status === 'submitted' ? 'current' : 'done',
    },
    {
      id: 'vote',
      label: t('step.vote'),
      note: closing,
      state: isDecided ? 'done' : status === 'open' ? 'current' : 'todo',
    },
    {
      id: 'decision',
      label: t('step.decision'),
      note: vote?.outcome && t(`outcome.candidacy.${vote.outcome}`),
      state: isDecided ? 'current' : 'todo',
    },
  ]
}
