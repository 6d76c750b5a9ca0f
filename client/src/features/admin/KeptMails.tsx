import type { OutboxAnswer } from '@cenacle/contract/admin'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import styles from './Admin.module.css'

/** The link that a mail carries, to be handed over alone. */
const linkIn = (text: string): string | undefined => /^https?:\/\/\S+$/m.exec(text)?.[0]

/** Mails that stayed on the server, each with its whole text. */
export function KeptMails({ mails }: { mails: OutboxAnswer['items'] }) {
  const t = useSay()
  const copy = async (link: string, to: string): Promise<void> => {
    // The clipboard is closed to a page served over plain HTTP: the link stays in the text, to be selected.
    try {
      await navigator.clipboard.writeText(link)
      toast(t('admin.copied', { to }))
    } catch {
      toast(t('admin.notCopied'))
    }
  }
  return (
    <ul className="ruled" aria-label={t('admin.mailsList')}>
      {mails.map(({ id, to, subject, text, at }) => {
        const link = linkIn(text)
        return (
          <li key={id} className={styles['mail']}>
            <div>
              <h2>{subject}</h2>
              <p className="small muted">
                {t('admin.mailTo', { to })} · <TimeAgo at={at} />
              </p>
            </div>
            <p className={styles['letter']}>{text}</p>
            {link && (
              <Button size="small" aria-label={t('admin.copyFor', { to })} onPress={() => void copy(link, to)}>
                {t('admin.copy')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
