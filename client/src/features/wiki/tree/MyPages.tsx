import { useId } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { More } from '../../../ui/More.tsx'
import { useMyPages } from './api.ts'
import styles from './MyPages.module.css'
import { useSay } from './texts/say.ts'

/** What the reader marked, or read last, in whatever space. @param slug of the space where one is, which need not be named */
export function MyPages({ which, slug }: { which: 'favourites' | 'seen'; slug: string }) {
  const t = useSay()
  const id = useId()
  const query = useMyPages(which)
  const lines = query.data?.pages.flatMap(({ items }) => items)
  if (!lines) return null
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {t(`tree.${which}`)}
      </h2>
      {lines.length === 0 ? (
        <p className="small muted">{t(`tree.${which}None`)}</p>
      ) : (
        <ul className={styles['lines']}>
          {lines.map((line) => (
            <li key={line.id}>
              <Link to={paths.page(line.id)} plain>
                {bindPunctuation(line.title)}
              </Link>
              {line.spaceSlug !== slug && <span className="small muted">{bindPunctuation(line.spaceName)}</span>}
            </li>
          ))}
        </ul>
      )}
      <More query={query} />
    </section>
  )
}
