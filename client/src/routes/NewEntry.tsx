import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { type Edition, useEdition } from '../features/award/jury/api.ts'
import { editionName } from '../features/award/jury/edition-name.ts'
import { MemberForm } from '../features/award/jury/MemberForm.tsx'
import { NextSteps } from '../features/award/jury/NextSteps.tsx'
import { useSay } from '../features/award/jury/texts/say.ts'
import { focusHead } from '../lib/arrival.ts'
import { paths } from '../lib/paths.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

function Filed({ edition, title, onAnother }: { edition: Edition; title: string; onAnother: () => void }) {
  const t = useSay()
  // The form that had the focus is gone.
  useEffect(focusHead, [])
  return (
    <>
      <PageHead title={t('filed.title')} lede={t('filed.lede', { title, edition: editionName(edition) })} />
      <div className="stack-loose">
        <div className="row">
          <LinkButton to={paths.award(edition.id)} variant="primary" wide="phone">
            {t('filed.edition')}
          </LinkButton>
          <Button wide="phone" onPress={onAnother}>
            {t('filed.another')}
          </Button>
        </div>
        <NextSteps from="check" />
      </div>
    </>
  )
}

function Entering({ edition }: { edition: Edition }) {
  const t = useSay()
  const [filed, setFiled] = useState<string>()
  if (filed !== undefined) return <Filed edition={edition} title={filed} onAnother={() => setFiled(undefined)} />
  const above = <Link to={paths.award(edition.id)}>{editionName(edition)}</Link>
  if (!edition.can.enter)
    return (
      <>
        <PageHead above={above} title={t('closed.title')} lede={t('closed.lede')} />
        <LinkButton to={paths.award(edition.id)}>{t('closed.edition')}</LinkButton>
      </>
    )
  return (
    <>
      <PageHead above={above} title={t('entry.title')} lede={t('entry.ledeMember')} />
      <MemberForm edition={edition} onFiled={setFiled} />
    </>
  )
}

/** A member files an entry from inside. */
export function NewEntry() {
  const { id = '' } = useParams()
  return (
    <div className="page page-narrow">
      <Loaded query={useEdition(id)}>{(edition) => <Entering edition={edition} />}</Loaded>
    </div>
  )
}
