import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import type { Category, Edition } from './api.ts'
import { editionName } from './edition-name.ts'
import { useSay } from './texts/say.ts'

/** Where a jury belongs: its edition, and its category there. */
export function EditionAbove({ edition, category }: { edition: Edition; category: Category }) {
  const t = useSay()
  return (
    <>
      <Link to={paths.award(edition.id)}>{editionName(edition)}</Link> · {t('jury.category', { name: category.name })}
    </>
  )
}
