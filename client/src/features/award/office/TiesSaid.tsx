import { Progress } from '../../../ui/Progress.tsx'
import type { Said } from './api.ts'
import { Names } from './Names.tsx'
import { useSay } from './texts/say.ts'

/** How many of a jury said whether something ties them to what they judge, and who: silence is not « none ». */
export function TiesSaid({ jurors }: { jurors: NonNullable<Said['jurors']> }) {
  const t = useSay()
  const who = (wanted: (typeof jurors)[number]['said']) =>
    jurors.filter(({ said }) => said === wanted).map(({ person }) => person)
  const count = jurors.length - who('nothing').length
  return (
    <div className="stack">
      <Progress label={t('said.count', { count, total: jurors.length })} value={count} total={jurors.length} />
      <div>
        <Names title={t('said.nothing')} people={who('nothing')} />
        <Names title={t('said.none')} people={who('none')} />
        <Names title={t('said.declared')} people={who('declared')} />
      </div>
    </div>
  )
}
