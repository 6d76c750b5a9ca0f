import type { ReactNode } from 'react'
import { Link as RouterLink, type To } from 'react-router'

/** A link inside the product. `plain`: without underline, where its place says that it is one. */
export function Link({
  to,
  plain,
  children,
  state,
}: {
  to: To
  plain?: boolean
  children: ReactNode
  state?: unknown
}) {
  return (
    <RouterLink to={to} state={state} className={plain ? 'plain-link' : undefined}>
      {children}
    </RouterLink>
  )
}
