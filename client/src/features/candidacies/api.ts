import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ApplicationBody,
  ApplicationFormAnswer,
  CandidacyTextsAnswer,
  FollowAnswer,
  WelcomeAnswer,
} from '@cenacle/contract/application'
import type { CandidacyAnswer, QuestionAnswer, QuestionsAnswer } from '@cenacle/contract/candidacy'
import { http } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export type Followed = FollowAnswer
export type Candidacy = CandidacyAnswer
export type Question = QuestionAnswer

/** What the public form shows beside its fields. */
export const useApplicationForm = () =>
  useQuery({
    queryKey: keys.applicationForm,
    queryFn: () => http.get<ApplicationFormAnswer>('/api/applications/form'),
  })

/** Sends what the public form says. */
export const useApply = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ApplicationBody) => http.post<{ received: true }>('/api/applications', body),
    // Refused because the charter has changed: the new one is shown.
    onError: () => void queries.invalidateQueries({ queryKey: keys.applicationForm }),
  })
}

/** Confirms by the link of the mail; gives the secret of the follow-up page. */
export const useConfirmApplication = (after: () => void) =>
  useMutation({
    mutationFn: (token: string) => http.post<{ token: string }>('/api/applications/confirm', { token }),
    onSuccess: after,
  })

/** The follow-up page. Its secret travels in the body, which no log keeps. */
export const useFollowed = (token: string) =>
  useQuery({
    queryKey: keys.followed(token),
    queryFn: () => http.post<Followed>('/api/applications/follow', { token }),
    retry: false,
  })

interface FollowActs {
  withdraw: object
  questions: { question: string }
  answers: { questionId: string; answer: string }
  accept: { charter: string }
  agree: { charter: string }
  college: { college: 'woman' | 'man' }
  stay: object
}

/** One act of the candidate; the page is then as the answer says. */
export const useFollowAct = <Act extends keyof FollowActs>(token: string, act: Act, after?: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: FollowActs[Act]) => http.post<Followed>(`/api/applications/${act}`, { token, ...body }),
    onSuccess: (followed) => {
      queries.setQueryData(keys.followed(token), followed)
      after?.()
    },
    // Refused because something else happened meanwhile: the page shows what.
    onError: () => void queries.invalidateQueries({ queryKey: keys.followed(token) }),
  })
}

export const useQuestions = (candidacyId: string) =>
  useQuery({
    queryKey: keys.questions(candidacyId),
    queryFn: () => http.get<QuestionsAnswer>(`/api/candidacies/${candidacyId}/questions`),
    select: ({ items }) => items,
  })

/** What a member does about a question; the candidacy follows, since who speaks for it becomes its sponsor. */
const useQuestionAct = <Body>(id: string, send: (body: Body) => Promise<QuestionsAnswer>, after?: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (questions) => {
      queries.setQueryData(keys.questions(id), questions)
      after?.()
      return queries.invalidateQueries({ queryKey: keys.candidacy(id) })
    },
  })
}

export const useAsk = (id: string, after: () => void) =>
  useQuestionAct(id, (question: string) => http.post(`/api/candidacies/${id}/questions`, { question }), after)
export const usePass = (id: string) =>
  useQuestionAct(id, (questionId: string) => http.post(`/api/candidacies/${id}/questions/${questionId}/pass`))
export const useAnswerCandidate = (id: string, questionId: string) =>
  useQuestionAct(id, (answer: string) => http.put(`/api/candidacies/${id}/questions/${questionId}/answer`, { answer }))

/** What changes a candidacy; lists and votes follow. */
const useCandidacyAct = <Body>(id: string, send: (body: Body) => Promise<Candidacy>, after?: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (candidacy) => {
      queries.setQueryData(keys.candidacy(id), candidacy)
      after?.()
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.votes }),
        queries.invalidateQueries({ queryKey: keys.home }),
        queries.invalidateQueries({ queryKey: keys.questions(id) }),
        ...(candidacy.voteId ? [queries.invalidateQueries({ queryKey: keys.vote(candidacy.voteId) })] : []),
      ])
    },
    onError: () => void queries.invalidateQueries({ queryKey: keys.candidacy(id) }),
  })
}

export const useSponsor = (id: string, after: () => void) =>
  useCandidacyAct(id, () => http.put(`/api/candidacies/${id}/sponsor`), after)
export const usePresent = (id: string, after: () => void) =>
  useCandidacyAct(id, (text: string) => http.put(`/api/candidacies/${id}/presentation`, { text }), after)
export const useDeclareInadmissible = (id: string, after: () => void) =>
  useCandidacyAct(id, (reason: string) => http.post(`/api/candidacies/${id}/inadmissible`, { reason }), after)
export const useTakeVetoBack = (id: string, after: () => void) =>
  useCandidacyAct(id, () => http.delete<Candidacy>(`/api/candidacies/${id}/veto`), after)
/** @returns a mutation that takes what a mediation came to, or nothing where every veto was taken back */
export const useSecondReading = (id: string, after: () => void) =>
  useCandidacyAct(
    id,
    (mediation: string | undefined) =>
      http.post(`/api/candidacies/${id}/second-reading`, mediation === undefined ? {} : { mediation }),
    after,
  )

/** Asks for another link to the follow-up page, by mail. */
export const useLostLink = () =>
  useMutation({ mutationFn: (email: string) => http.post<{ received: true }>('/api/applications/link', { email }) })

/** The first page that a member reads. */
export const useWelcome = () =>
  useQuery({ queryKey: keys.welcome, queryFn: () => http.get<WelcomeAnswer>('/api/welcome') })

/** Agrees to the charter, for who took a seat without having read it. */
export const useAgreeAsMember = (after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (charter: string) => http.post<WelcomeAnswer>('/api/welcome/charter', { charter }),
    onSuccess: (welcome) => {
      queries.setQueryData(keys.welcome, welcome)
      after()
    },
    onError: () => void queries.invalidateQueries({ queryKey: keys.welcome }),
  })
}

export const useCandidacyTexts = () =>
  useQuery({
    queryKey: keys.candidacyTexts,
    queryFn: () => http.get<CandidacyTextsAnswer>('/api/settings/candidacies'),
  })

export const useSetCandidacyTexts = (after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CandidacyTextsAnswer) => http.put<CandidacyTextsAnswer>('/api/settings/candidacies', body),
    onSuccess: (texts) => {
      queries.setQueryData(keys.candidacyTexts, texts)
      after()
      return Promise.all(
        [keys.applicationForm, keys.welcome].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
  })
}
