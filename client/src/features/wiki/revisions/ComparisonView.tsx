import type { Comparison } from '@cenacle/contract/revision'
import { Tabs } from '../../../ui/Tabs.tsx'
import { DiffView } from '../history/DiffView.tsx'
import { LiveHtml } from '../LiveHtml.tsx'
import { useSay } from './texts/say.ts'

/** What a revision changes, in words, in the text and as a list, as the history shows it; or its text by itself. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const t = useSay()
  const { text, ...diff } = comparison
  return (
    <Tabs
      label={t('revision.views')}
      items={[
        { id: 'changes', label: t('revision.changes'), content: <DiffView pageId="" diff={diff} canRestore={false} /> },
        { id: 'text', label: t('revision.text'), content: <LiveHtml html={text} /> },
      ]}
    />
  )
}
