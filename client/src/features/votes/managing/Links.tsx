import { CalendarPlus, Download } from 'lucide-react'
import { Block } from '../About.tsx'
import { useResult, type Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import styles from '../Vote.module.css'

/** The close of a vote for one's own calendar. */
export function CalendarLink({ vote }: { vote: Vote }) {
  const t = useSay()
  if (vote.status !== 'open' && vote.status !== 'scheduled') return null
  return (
    <a className={styles['file']} href={`/api/votes/${vote.id}/calendar.ics`} download>
      <CalendarPlus size={18} aria-hidden />
      {t('manage.calendar')}
    </a>
  )
}

/** The result as files, so that anybody recounts it. */
export function Exports({ vote }: { vote: Vote }) {
  const t = useSay()
  // The server knows which files there are: of a secret vote none, of a jury with recusals not all.
  const { data: result } = useResult(vote)
  if (!result || result.exports.length === 0) return null
  return (
    <Block title={t('export.title')}>
      <ul className={styles['files']}>
        {result.exports.map((format) => (
          <li key={format}>
            <a className={styles['file']} href={`/api/votes/${vote.id}/export?format=${format}`} download>
              <Download size={18} aria-hidden />
              {t(`export.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('export.help')}</p>
    </Block>
  )
}
