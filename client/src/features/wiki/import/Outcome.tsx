import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { ImportAnswer } from '@cenacle/contract/import'
import { keys } from '../../../lib/keys.ts'
import { paths } from '../../../lib/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useDropImport } from './api.ts'
import { Faults } from './Faults.tsx'
import { ImportError } from './ImportError.tsx'
import { ImportTree } from './ImportTree.tsx'
import { useImportProblem } from './problems.ts'
import { sayCounts } from './say-counts.ts'
import { useSay } from './texts/say.ts'

interface OutcomeProps {
  run: ImportAnswer
  space: { id: string; slug: string; name: string }
}

/** How far an import is; it goes on without this tab. */
export function Running({ run, space }: OutcomeProps) {
  const t = useSay()
  const navigate = useNavigate()
  const drop = useDropImport(run.id, space.id)
  const { done, total } = run.progress
  const leave = (): void =>
    drop.mutate(undefined, { onSuccess: () => void navigate(paths.importPages(space.slug), { replace: true }) })
  return (
    <>
      <PageHead title={t('import.runningTitle', { name: run.name })} lede={t('import.runningHelp')} />
      <Progress label={t('import.progress', { count: total, done })} value={done} total={total} running />
      <ImportError error={drop.error} />
      <div className="page-acts">
        <Button variant="danger" wide="phone" isPending={drop.isPending} onPress={leave}>
          {t('import.stop')}
        </Button>
        <p className="small muted">{t('import.stopHelp')}</p>
      </div>
    </>
  )
}

/** What came in, with links to it, and what did not. */
export function Done({ run, space }: OutcomeProps) {
  const t = useSay()
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: keys.pages(space.id) })
  }, [queries, space.id])
  return (
    <>
      <PageHead title={t('import.doneTitle', { name: run.name })} />
      <Notice tone="done" role="status" title={t('import.done', { space: space.name })} />
      <section>
        <h2>{t('import.created', { what: sayCounts(t, run) })}</h2>
        <ImportTree pages={run.pages} areThere />
      </section>
      <Faults faults={run.faults} />
      <div className="page-acts">
        <LinkButton to={paths.spacePages(space.slug)} variant="primary" wide="phone">
          {t('import.toPages')}
        </LinkButton>
        <LinkButton to={paths.importPages(space.slug)} variant="quiet" wide="phone">
          {t('import.again')}
        </LinkButton>
      </div>
    </>
  )
}

/** Why nothing came in. */
export function Failed({ run, space }: OutcomeProps) {
  const t = useSay()
  const say = useImportProblem()
  return (
    <>
      <PageHead title={t('import.failedTitle', { name: run.name })} />
      <Notice tone="veto" role="alert" title={t('import.failed', { space: space.name })}>
        <p>{say(run.failure ?? undefined) ?? t('problem.unknown')}</p>
      </Notice>
      <div className="page-acts">
        <LinkButton to={paths.importPages(space.slug)} variant="primary" wide="phone">
          {t('import.again')}
        </LinkButton>
      </div>
    </>
  )
}
