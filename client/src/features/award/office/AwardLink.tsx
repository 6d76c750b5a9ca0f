import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { useSayEntrance } from './texts/entrance.ts'

/** The way to the award from the screens of the committee. */
export function AwardLink() {
  const t = useSayEntrance()
  return (
    <LinkButton to={paths.awards} wide="phone">
      {t('award.link')}
    </LinkButton>
  )
}
