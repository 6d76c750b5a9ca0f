import type { PageAnswer } from '@cenacle/contract/page'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useI18n } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { useSession } from '../../lib/session.ts'
import { Menu, type MenuAction } from '../../ui/Menu.tsx'
import { problemText } from '../../ui/problem-text.ts'
import { toast } from '../../ui/toasts.ts'
import { usePropose } from './revisions/api.ts'
import { useChangeState } from './state/api.ts'
import type { StateAct } from './state/StateDialogs.tsx'
import type { Arrange } from './tree/ArrangeDialog.tsx'

const StateDialog = lazy(async () => ({ default: (await import('./state/StateDialogs.tsx')).StateDialog }))
const ArrangeDialog = lazy(async () => ({ default: (await import('./tree/ArrangeDialog.tsx')).ArrangeDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./export/ExportDialog.tsx')).ExportDialog }))

/** What one can do with a page besides reading and writing it. Each dialog is loaded when it is asked for. */
export function PageMenu({ page }: { page: PageAnswer }) {
  const { t, locale } = useI18n()
  const navigate = useNavigate()
  const { data: me } = useSession()
  const [asked, setAsked] = useState<StateAct>()
  const [exporting, setExporting] = useState(false)
  const [arranged, setArranged] = useState<Arrange>()
  const change = useChangeState(page)
  const release = (): void =>
    change.mutate(
      { act: 'release' },
      {
        onSuccess: () => toast(t('state.releasedNow')),
        onError: (error) => toast(problemText(error, locale, t).title),
      },
    )
  const propose = usePropose(page.id, {
    // One proposes a text to write in it.
    onBegun: (id) => void navigate(paths.page(id), { state: { write: true } }),
    onError: (error) => toast(problemText(error, locale, t).title),
  })
  const { state, frozen, can } = page
  const actions: (MenuAction | false)[] = [
    can.follow &&
      me != null && {
        id: 'history',
        label: t('page.history'),
        onAction: () => void navigate(paths.pageHistory(page.id)),
      },
    can.propose && me != null && { id: 'propose', label: t('page.propose'), onAction: () => propose.mutate() },
    { id: 'export', label: t('page.export'), onAction: () => setExporting(true) },
    can.write &&
      me?.can.vote === true && {
        id: 'decide',
        label: t('page.decide'),
        onAction: () => void navigate(paths.newDecision(page.spaceSlug, { kind: 'page', id: page.id })),
      },
    can.publish &&
      state !== 'published' && {
        id: 'publish',
        label: t(state === 'draft' ? 'state.publish' : 'state.publishAgain'),
        onAction: () => setAsked('publish'),
      },
    can.publish &&
      state !== 'draft' && { id: 'withdraw', label: t('state.withdraw'), onAction: () => setAsked('withdraw') },
    can.publish &&
      (frozen
        ? { id: 'release', label: t('state.release'), onAction: release }
        : { id: 'freeze', label: t('state.freeze'), onAction: () => setAsked('freeze') }),
    can.manage &&
      page.revisionOf === null && { id: 'move', label: t('tree.move'), onAction: () => setArranged('move') },
    can.manage && { id: 'trash', label: t('tree.trash'), danger: true, onAction: () => setArranged('trash') },
  ]
  return (
    <>
      <Menu label={t('state.menu')} actions={actions.filter((action) => action !== false)} />
      {exporting && (
        <Suspense>
          <ExportDialog id={page.id} kind="page" onClose={() => setExporting(false)} />
        </Suspense>
      )}
      {asked && (
        <Suspense>
          <StateDialog act={asked} page={page} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
      {arranged && (
        <Suspense>
          <ArrangeDialog act={arranged} page={page} onClose={() => setArranged(undefined)} />
        </Suspense>
      )}
    </>
  )
}
