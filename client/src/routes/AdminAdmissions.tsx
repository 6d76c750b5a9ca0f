import { AwardData } from '../features/award/settings/AwardData.tsx'
import { useCandidacyTexts } from '../features/candidacies/api.ts'
import { TextsForm } from '../features/candidacies/TextsForm.tsx'
import { useSay } from '../features/candidacies/texts/say.ts'
import { AdmissionsForm } from '../features/votes/admitting/AdmissionsForm.tsx'
import { useAdmissions } from '../features/votes/admitting/api.ts'
import { useSayAdmitting } from '../features/votes/admitting/texts/say.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** How one comes in: the rules of admission, the texts for those who ask for a seat and who take one, and for those who file an entry for the award. */
export function AdminAdmissions() {
  const t = useSay()
  const sayAdmitting = useSayAdmitting()
  return (
    <>
      <PageHead
        title={sayAdmitting('admit.pageTitle')}
        tabTitle={`${t('texts.tab')}, ${t('app.administration')}`}
        lede={sayAdmitting('admit.lede')}
      />
      <div className="stack-loose">
        <section className="stack" aria-labelledby="admission-rules">
          <h2 id="admission-rules">{sayAdmitting('admit.title')}</h2>
          <Loaded query={useAdmissions()}>{(admissions) => <AdmissionsForm admissions={admissions} />}</Loaded>
        </section>
        <section className="stack" aria-labelledby="admission-texts">
          <h2 id="admission-texts">{t('texts.title')}</h2>
          <p className="muted">{t('texts.lede')}</p>
          <Loaded query={useCandidacyTexts()}>{(texts) => <TextsForm texts={texts} />}</Loaded>
        </section>
      </div>
      <AwardData />
    </>
  )
}
