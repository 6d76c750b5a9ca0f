import { useEffect, useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { useConnection } from '../../realtime/connection.ts'
import styles from './Shell.module.css'

/** A cut shorter than this is nobody's business. */
const PATIENCE_MS = 4_000

/** Says that the connection is gone, once it is for more than a moment. */
export function ConnectionBanner() {
  const t = useT()
  const state = useConnection()
  const cut = state === 'offline' || state === 'lost'
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!cut) return undefined
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [cut])
  return (
    <output className={cut && lasting ? styles['banner'] : undefined}>
      {cut && lasting && t(state === 'offline' ? 'app.offline' : 'app.reconnecting')}
    </output>
  )
}
