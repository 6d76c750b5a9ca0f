import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n } from '../i18n/i18n.tsx'
import { asProblem } from '../lib/problem.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { fieldOf, sayFieldError } from './field-messages.ts'
import styles from './Notice.module.css'
import { problemText } from './problem-text.ts'

interface NoticeProps {
  tone?: 'plain' | 'live' | 'done' | 'veto'
  title?: ReactNode
  children?: ReactNode
  role?: 'alert' | 'status'
}

/** Something to know here and now: what happened, what it means, what to do. */
export function Notice({ tone = 'plain', title, children, role }: NoticeProps) {
  const Icon = tone === 'done' ? CircleCheck : tone === 'plain' ? Info : CircleAlert
  return (
    <div className={classes(styles['notice'], styles[tone])} role={role}>
      <Icon size={20} aria-hidden />
      <div className={styles['body']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
    </div>
  )
}

interface ErrorNoticeProps {
  error: unknown
  onRetry?: () => void
  /** Names of fields that say themselves what is wrong with them. */
  saidByFields?: ReadonlySet<string>
}

/** What went wrong, in words, with the way out where there is one. Shows nothing without an error. */
export function ErrorNotice({ error, onRetry, saidByFields }: ErrorNoticeProps) {
  const { t, locale } = useI18n()
  if (!error) return null
  const { title, detail } = problemText(error, locale, t)
  const problem = asProblem(error)
  const unsaid = problem?.errors.filter((each) => !saidByFields?.has(fieldOf(each))) ?? []
  return (
    <Notice tone="veto" title={title} role="alert">
      {detail && <p>{detail}</p>}
      {unsaid.length > 0 && <p>{unsaid.map((each) => sayFieldError(each, locale)).join(' ')}</p>}
      {problem && problem.status >= 500 && problem.requestId && (
        <p className="small muted">{t('problem.reference', { id: problem.requestId })}</p>
      )}
      {onRetry && (
        <Button size="small" onPress={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
    </Notice>
  )
}
