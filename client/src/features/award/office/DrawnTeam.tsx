import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Category, type Edition, useReplaceGone } from './api.ts'
import { Names } from './Names.tsx'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface DrawnTeamProps {
  edition: Edition
  category: Category
}

/** A team that was drawn: who, how anybody checks it, and who takes the place of who does not judge any more. */
export function DrawnTeam({ edition, category: { id, name, team, drawn, can } }: DrawnTeamProps) {
  const t = useSay()
  const replace = useReplaceGone(id, () => toast(t('draw.replaced', { name })))
  if (!drawn) return null
  return (
    <div>
      <Names title={t('draw.team')} people={team} />
      <details className={styles['unfold']}>
        <summary>{t('draw.check')}</summary>
        <ol className={styles['checks']}>
          <li>{t('draw.check.promised')}</li>
          <li>{t('draw.check.head')}</li>
          <li>{t('draw.check.revealed')}</li>
          <li>{t('draw.check.next')}</li>
        </ol>
        <p className="small">
          {t('draw.check.redo')} <Link to={paths.award(edition.id, 'journal')}>{t('draw.check.journal')}</Link>
        </p>
      </details>
      {can.replace && (
        <div className="stack">
          <p>{t('draw.gone', { count: drawn.gone })}</p>
          <ErrorNotice error={replace.error} />
          <div>
            <Button
              size="small"
              isPending={replace.isPending}
              aria-label={t('named', { act: t('draw.replace'), name })}
              onPress={() => replace.mutate()}
            >
              {t('draw.replace')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
