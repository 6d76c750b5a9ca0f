import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from '../lib/keys.ts'
import { asProblem, isSignedOut } from '../lib/problem.ts'

/** Worth another try on its own: no answer, or trouble on the server's side. */
const isPassing = (error: unknown): boolean => {
  const problem = asProblem(error)
  return problem !== undefined && (problem.status === 0 || problem.status >= 502)
}

/** The cache of what was read. Hints of the events socket say when it is old, so it is not asked again without a reason. */
export const createQueries = (): QueryClient => {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) queries.setQueryData(keys.session, null)
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isPassing(error) },
      // A write says at once that there is no network, instead of waiting for it in silence.
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}
