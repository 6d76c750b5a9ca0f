import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ImportAnswer } from '@cenacle/contract/import'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Select } from '../../../ui/Select.tsx'
import { usePages } from '../api.ts'
import { linesOf, treeOf } from '../tree.ts'
import { useDropImport, useStartImport } from './api.ts'
import { Faults } from './Faults.tsx'
import { ImportError } from './ImportError.tsx'
import { ImportTree } from './ImportTree.tsx'
import { sayCounts } from './say-counts.ts'
import { useSay } from './texts/say.ts'

const TOP = 'top'

interface PreviewProps {
  run: ImportAnswer
  space: { id: string; slug: string; name: string }
}

/** What will be created, where, and what will not; nothing is there yet. */
export function Preview({ run, space }: PreviewProps) {
  const t = useSay()
  const navigate = useNavigate()
  const all = usePages(space.id)
  const start = useStartImport(run.id)
  const drop = useDropImport(run.id, space.id)
  const [parent, setParent] = useState(TOP)
  const places = linesOf(treeOf(all.data ?? [])).map(({ page }) => ({
    id: page.id,
    label: t('import.under', { title: page.title }),
  }))
  const isKnown = places.some(({ id }) => id === parent)
  const leave = (): void =>
    drop.mutate(undefined, { onSuccess: () => void navigate(paths.importPages(space.slug), { replace: true }) })
  return (
    <>
      <PageHead
        title={t('import.previewTitle', { name: run.name })}
        lede={t('import.previewLede', { space: space.name })}
      />
      <section>
        <h2>{t('import.willCreate', { what: sayCounts(t, run) })}</h2>
        <ImportTree pages={run.pages} areThere={false} />
      </section>
      <Faults faults={run.faults} />
      {places.length > 0 && (
        <Select
          label={t('import.where')}
          options={[{ id: TOP, label: t('import.top') }, ...places]}
          value={isKnown ? parent : TOP}
          onChange={setParent}
        />
      )}
      <ImportError error={start.error ?? drop.error} />
      <div className="page-acts">
        <Button
          variant="primary"
          wide="phone"
          isPending={start.isPending}
          onPress={() => start.mutate(isKnown ? parent : null)}
        >
          {t('import.act', { count: run.pageCount })}
        </Button>
        <Button variant="quiet" wide="phone" isPending={drop.isPending} onPress={leave}>
          {t('import.drop-it')}
        </Button>
      </div>
    </>
  )
}
