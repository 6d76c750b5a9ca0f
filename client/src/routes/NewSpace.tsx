import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type NewKind, newSpaceTexts } from '../features/spaces/new-space-texts.ts'
import { SpaceForm } from '../features/spaces/SpaceForm.tsx'
import { useSay } from '../features/spaces/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** A private loop is created on this one screen by every member; a team or a workshop too, by who administers. */
export function NewSpace() {
  const t = useSay()
  const navigate = useNavigate()
  const [kind, setKind] = useState<NewKind>('loop')
  const texts = newSpaceTexts(kind, t)
  return (
    <div className="page page-narrow">
      <PageHead title={texts.title} lede={texts.lede} />
      <SpaceForm
        kind={kind}
        onKind={setKind}
        onCreated={(space) => {
          toast(texts.created(space.name))
          void navigate(paths.space(space.slug), { replace: true })
        }}
      />
    </div>
  )
}
