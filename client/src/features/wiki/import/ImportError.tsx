import { asProblem } from '../../../lib/problem.ts'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { useImportProblem } from './problems.ts'

/** What went wrong with what was sent, and the way out. */
export function ImportError({ error }: { error: unknown }) {
  const say = useImportProblem()
  const text = say(asProblem(error)?.code)
  return text ? <Notice tone="veto" title={text} role="alert" /> : <ErrorNotice error={error} />
}
