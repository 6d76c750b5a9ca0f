import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Vote } from '../api.ts'
import type { Checked } from './check.ts'
import { sayLine } from './say-line.ts'
import styles from './Secret.module.css'
import { useSaySecret } from './texts/say.ts'

/** What came out of one's own lines: all there, there without contents, or not. */
function titleOf({ own, list, log }: Checked): 'check.found' | 'check.sealed' | 'check.wrong' | undefined {
  if (!list.ok || !log.ok) return 'check.wrong'
  if (own.length === 0) return undefined
  const isAll = (right: 'found' | 'sealed'): boolean =>
    own.every(({ state }) => state === right || state === 'withdrawn')
  if (isAll('found')) return 'check.found'
  return isAll('sealed') ? 'check.sealed' : 'check.wrong'
}

/** What a check of a published list found, in words. */
export function CheckedNotice({ vote, checked }: { vote: Vote; checked: Checked }) {
  const t = useSaySecret()
  const { own, list, log, lines } = checked
  if (list.ok && log.ok && lines === 0) return <Notice title={t('check.withheld')} role="status" />
  const title = titleOf(checked)
  const isRight = list.ok && log.ok && title !== 'check.wrong'
  const sayList = (): string => {
    if (!list.ok) return t('check.list.bad')
    return t(list.recounted ? 'check.list.ok' : 'check.list.sealed', { count: lines })
  }
  const isOwnWrong = own.length > 0 && title === 'check.wrong' && list.ok && log.ok
  return (
    <Notice
      tone={isRight ? 'done' : 'veto'}
      role="status"
      title={own.length > 0 && title ? t(list.ok && log.ok ? title : 'check.list.bad') : sayList()}
    >
      {title === 'check.sealed' && <p>{t('check.sealedHelp')}</p>}
      {isOwnWrong && <p>{t('check.wrongHelp')}</p>}
      {own.length > 0 && (
        <ul className={styles['lines']}>
          {own.map(({ content, state }, at) => (
            <li key={at}>
              <span>{sayLine(content, vote, t)}</span> <span className="muted">({t(`check.state.${state}`)})</span>
            </li>
          ))}
        </ul>
      )}
      {own.length > 0 && list.ok && <p className="small">{sayList()}</p>}
      <p className="small">
        {t(log.ok ? 'check.log.ok' : 'check.log.bad')}{' '}
        {log.ok && <Link to={paths.voteLog(vote.id)}>{t('check.log.compare')}</Link>}
      </p>
    </Notice>
  )
}
