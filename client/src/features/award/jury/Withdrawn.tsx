import { useEffect } from 'react'
import { focusHead } from '../../../lib/arrival.ts'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { Category, Edition } from './api.ts'
import { EditionAbove } from './EditionAbove.tsx'
import { useSay } from './texts/say.ts'

/** In the place of a jury from which one has just stepped back: what that did, and the way on. */
export function Withdrawn({ edition, category }: { edition: Edition; category: Category }) {
  const t = useSay()
  // The dialog that was pressed is gone.
  useEffect(focusHead, [])
  return (
    <>
      <PageHead
        above={<EditionAbove edition={edition} category={category} />}
        title={t('out.title')}
        lede={t('out.lede', { name: category.name })}
      />
      <div className="stack">
        <p className="muted">{t('out.next')}</p>
        <div className="row">
          <LinkButton to={paths.votes} variant="primary" wide="phone">
            {t('out.votes')}
          </LinkButton>
          <LinkButton to={paths.award(edition.id)} wide="phone">
            {t('out.edition')}
          </LinkButton>
        </div>
      </div>
    </>
  )
}
