import { X } from 'lucide-react'
import { useT } from '../i18n/i18n.tsx'
import styles from './Toast.module.css'
import { closeToast, useToasts } from './toasts.ts'

/** Where toasts appear and are read aloud; once, in the shell. */
export function Toaster() {
  const t = useT()
  const shown = useToasts()
  return (
    <output className={styles['region']} aria-live="polite">
      {shown.map(({ id, text, action }) => (
        <div key={id} className={styles['toast']}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              className={styles['act']}
              onClick={() => {
                closeToast(id)
                action.onPress()
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className={styles['close']} aria-label={t('ui.close')} onClick={() => closeToast(id)}>
            <X size={18} aria-hidden />
          </button>
        </div>
      ))}
    </output>
  )
}
