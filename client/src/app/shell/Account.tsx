import type { Me } from '@cenacle/contract/person'
import { LayoutGrid, LogOut, ShieldCheck, UserRound, UsersRound, Vote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { isOfCommittee } from '../../lib/place.ts'
import { useSignOut } from '../../lib/session.ts'
import { Portrait } from '../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { toast } from '../../ui/toasts.ts'
import styles from './Shell.module.css'

/** The portrait and what it opens. The browser's own popover: it weighs nothing, Escape and a press outside close it. */
export function Account({ me }: { me: Me }) {
  const t = useT()
  const card = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  const signOut = useSignOut()
  useEffect(() => card.current?.hidePopover?.(), [pathname])
  const leave = (): void => signOut.mutate(undefined, { onSuccess: () => toast(t('app.signedOut')) })
  return (
    <>
      <button type="button" className={styles['account']} popoverTarget="account">
        <Portrait person={me} />
        <VisuallyHidden>{t('app.account', { name: me.name })}</VisuallyHidden>
      </button>
      <div ref={card} id="account" popover="auto" className={styles['card']}>
        <div className={styles['who']}>
          <span className="strong">{me.name}</span>
          <span className="small muted">{t(`role.${me.role}`)}</span>
        </div>
        <nav aria-label={me.name}>
          <Link to={paths.spaces} className={styles['entry']}>
            <LayoutGrid size={18} aria-hidden />
            {t('app.spaces')}
          </Link>
          <Link to={paths.votes} className={styles['entry']}>
            <Vote size={18} aria-hidden />
            {t('app.votes')}
          </Link>
          {isOfCommittee(me.role) && (
            <Link to={paths.committee} className={styles['entry']}>
              <UsersRound size={18} aria-hidden />
              {t('app.committee')}
            </Link>
          )}
          <Link to={paths.profile} className={styles['entry']}>
            <UserRound size={18} aria-hidden />
            {t('app.profile')}
          </Link>
          {me.can.administer && (
            <Link to={paths.administration} className={styles['entry']}>
              <ShieldCheck size={18} aria-hidden />
              {t('app.administration')}
            </Link>
          )}
        </nav>
        <button type="button" className={styles['entry']} onClick={leave} disabled={signOut.isPending}>
          <LogOut size={18} aria-hidden />
          {t('app.signOut')}
        </button>
      </div>
    </>
  )
}
