import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { toast } from '../../ui/toasts.ts'

/** Leaving a text that was not sent loses nothing, and says so. @param isUnsent there is one, and this device keeps it */
export const useSayKept = (isUnsent: boolean): void => {
  const t = useT()
  const latest = useRef({ isUnsent, t })
  useEffect(() => {
    latest.current = { isUnsent, t }
  })
  useEffect(
    () => () => {
      if (latest.current.isUnsent) toast(latest.current.t('draft.kept'))
    },
    [],
  )
}
