import { CloseSpace } from '../features/spaces/CloseSpace.tsx'
import { SettingsForm } from '../features/spaces/SettingsForm.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { useSay } from '../features/spaces/texts/say.ts'
import { Missing } from '../ui/Missing.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** What those who run a space change of it. */
export function SpaceSettings() {
  const t = useSay()
  const space = useSpace()
  const { manage, close } = space.can
  if (!manage && !close) return <Missing />
  return (
    <div className="page-inner">
      <PageHead
        title={t('settings.title')}
        tabTitle={`${t('settings.tab')}, ${space.name}`}
        above={t('settings.tab')}
      />
      <div className="stack-loose">
        {manage && <SettingsForm key={space.id} space={space} />}
        {close && <CloseSpace space={space} />}
      </div>
    </div>
  )
}
