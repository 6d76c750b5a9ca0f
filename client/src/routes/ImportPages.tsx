import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useDraftImport, useImport } from '../features/wiki/import/api.ts'
import { ChooseFiles } from '../features/wiki/import/ChooseFiles.tsx'
import styles from '../features/wiki/import/Import.module.css'
import { ImportError } from '../features/wiki/import/ImportError.tsx'
import { Done, Failed, Running } from '../features/wiki/import/Outcome.tsx'
import { Preview } from '../features/wiki/import/Preview.tsx'
import { Waiting } from '../features/wiki/import/Waiting.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { focusHead } from '../lib/arrival.ts'
import { paths } from '../lib/paths.ts'
import { classes } from '../ui/classes.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Missing } from '../ui/Missing.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/import/texts/say.ts'

/** Files become pages: chosen, looked at, then brought in. */
export function ImportPages() {
  const { importId } = useParams()
  const space = useSpace()
  if (!space.can.write && importId === undefined) return <Missing />
  return (
    <div className={classes('page-inner', styles['import'])}>
      {importId === undefined ? <Choosing /> : <Import key={importId} id={importId} />}
    </div>
  )
}

function Choosing() {
  const t = useSay()
  const space = useSpace()
  const navigate = useNavigate()
  const draft = useDraftImport(space.id)
  const send = (files: File[]): void =>
    draft.mutate(files, { onSuccess: ({ id }) => void navigate(paths.importPages(space.slug, id)) })
  return (
    <>
      <PageHead title={t('import.title')} lede={t('import.lede')} />
      <ChooseFiles isReading={draft.isPending} onFiles={send} />
      <ImportError error={draft.error} />
      <Waiting spaceId={space.id} slug={space.slug} />
    </>
  )
}

const screens = { preview: Preview, running: Running, done: Done, failed: Failed }

function Import({ id }: { id: string }) {
  const space = useSpace()
  const query = useImport(id)
  const state = query.data?.state
  // What had the focus went with the screen before: one is told what came instead.
  useEffect(() => {
    if (state && document.activeElement === document.body) focusHead()
  }, [state])
  return (
    <Loaded query={query}>
      {(run) => {
        const Screen = screens[run.state]
        return <Screen run={run} space={space} />
      }}
    </Loaded>
  )
}
