import { useI18n } from '../../../i18n/i18n.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useSay } from '../texts/say.ts'
import { sayAll } from '../results/tally-sentences.ts'
import styles from './Ballots.module.css'
import type { Missing } from './missing.ts'

interface MissingNoticeProps {
  missing: readonly Missing[]
  isJury: boolean
  /** @param field what lacks first in what was pressed */
  onChoose: (field: string) => void
}

/** What a ballot still lacks, by name, each a way to it. Shows nothing of a complete one. */
export function MissingNotice({ missing, isJury, onChoose }: MissingNoticeProps) {
  const t = useSay()
  const { locale } = useI18n()
  if (missing.length === 0) return null
  const title = t(isJury ? 'jury.missing' : 'ballot.missing', { count: missing.length })
  return (
    <Notice tone="live" role="alert" title={title}>
      <ul className={styles['missing']}>
        {missing.map(({ id, label, criteria, field }) => (
          <li key={id}>
            <button type="button" className={styles['way']} onClick={() => onChoose(field)}>
              {label}
            </button>
            {criteria.length > 0 && t('grid.missing', { criteria: sayAll(criteria, locale) })}
          </li>
        ))}
      </ul>
      <p>{t(isJury ? 'jury.missingHelp' : 'ballot.missingHelp')}</p>
    </Notice>
  )
}
