import { useDeliberation } from '../features/award/office/api.ts'
import { Deliberation } from '../features/award/office/Deliberation.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { EmbargoForm } from '../features/award/office/EmbargoForm.tsx'
import { useSay } from '../features/award/office/texts/say.ts'
import { EntriesPicture } from '../features/votes/results/TallyPicture.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Results, exact ties, medals and signatures, to those who deliberate; the publication's instant has to be fixed before. */
export function AwardDeliberation() {
  const t = useSay()
  const edition = useEditionHere()
  const { can, embargoAt } = edition
  const isReady = can.deliberate && embargoAt !== null
  const answer = useDeliberation(edition.id, isReady)
  return (
    <div className="page-inner">
      {isReady ? (
        <Loaded query={answer}>
          {(found) => <Deliberation edition={edition} answer={found} Picture={EntriesPicture} />}
        </Loaded>
      ) : can.deliberate ? (
        <>
          <PageHead
            title={t('deliberation.embargoFirst')}
            tabTitle={t('deliberation.tab')}
            lede={t('deliberation.embargoFirstHelp')}
          />
          <EmbargoForm edition={edition} />
        </>
      ) : (
        <>
          <PageHead
            title={t('deliberation.closed')}
            tabTitle={t('deliberation.tab')}
            lede={t('deliberation.closedHelp')}
          />
          <LinkButton to={paths.award(edition.id)}>{t('shortlist.toEdition')}</LinkButton>
        </>
      )}
    </div>
  )
}
