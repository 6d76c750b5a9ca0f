import { useId } from 'react'
import { paths } from '../../lib/paths.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useT } from '../../i18n/i18n.tsx'
import type { StopReason } from '../live/saved-state.ts'
import { useSay } from '../texts/say.ts'
import styles from './Editor.module.css'

/** Writing has ended for good: says why, and gives back what could not be stored. */
export function Unsent({ reason, text, onClose }: { reason: StopReason; text: string; onClose: () => void }) {
  const t = useT()
  const say = useSay()
  const id = useId()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    toast(say('copied'))
  }
  const reloads = reason === 'refused' || reason === 'outdated'
  const back = `${paths.signIn}?retour=${encodeURIComponent(location.pathname)}`
  return (
    <Notice tone={reason === 'refused' ? 'veto' : 'live'} title={say(`stopped.${reason}`)} role="alert">
      <p>{say(`stoppedHelp.${reason}`)}</p>
      {text && (
        <>
          <label htmlFor={id} className="small strong">
            {say('unsentLabel')}
          </label>
          <textarea id={id} className={styles['unsent']} readOnly rows={4} value={text} />
        </>
      )}
      <div className="row">
        {text && (
          <Button size="small" onPress={() => void copy()}>
            {say('copy')}
          </Button>
        )}
        {reason === 'signed-out' && (
          <LinkButton size="small" to={back}>
            {say('signIn')}
          </LinkButton>
        )}
        {reloads && (
          <Button size="small" onPress={() => location.reload()}>
            {t('ui.reload')}
          </Button>
        )}
        {!reloads && (
          <Button size="small" variant="quiet" onPress={onClose}>
            {say('backToReading')}
          </Button>
        )}
      </div>
    </Notice>
  )
}
