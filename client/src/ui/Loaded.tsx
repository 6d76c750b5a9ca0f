import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asProblem, isSignedOut } from '../lib/problem.ts'
import { Missing } from './Missing.tsx'
import { ErrorNotice } from './Notice.tsx'
import { Skeleton } from './Skeleton.tsx'

interface LoadedProps<T> {
  query: UseQueryResult<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** The answer of a query once it is there; until then a skeleton, or what went wrong and a way to try again. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  // What was shown and is gone now (a right that ended, a removal) must not stay on the screen.
  if (asProblem(query.error)?.status === 404) return <Missing />
  if (query.data !== undefined) return children(query.data)
  // Screens that are open to everybody may hold what is not: the shell leads to the sign-in screen.
  if (isSignedOut(query.error)) throw query.error
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  return skeleton ?? <Skeleton />
}
