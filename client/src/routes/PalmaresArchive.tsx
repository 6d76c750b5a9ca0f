import { useArchive } from '../features/award/palmares/api.ts'
import { ArchiveView } from '../features/award/palmares/ArchiveView.tsx'
import { useSay } from '../features/award/palmares/texts/say.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Every palmarès that is public, for everybody. */
export function PalmaresArchive() {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead title={t('archive.title')} lede={t('archive.lede')} />
      <Loaded query={useArchive()}>{(archive) => <ArchiveView {...archive} />}</Loaded>
    </div>
  )
}
