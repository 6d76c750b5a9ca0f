import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Confirm, Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useDropFeed, useFeed, useRenewFeed } from './api.ts'
import styles from './Meeting.module.css'
import { useSay } from './texts/say.ts'

/** The address, the one time that it is known. */
function Address({ url, onClose }: { url: string; onClose: () => void }) {
  const t = useSay()
  const copy = async (): Promise<void> => {
    // The clipboard is closed to a page served over plain HTTP: the address stays there, to be selected.
    try {
      await navigator.clipboard.writeText(url)
      toast(t('feed.copied'))
    } catch {
      toast(t('feed.notCopied'))
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('feed.address')}>
      <p className={styles['secret']}>{url}</p>
      <p className="muted">{t('feed.once')}</p>
      <DialogActions>
        <Button onPress={onClose}>{t('ui.close')}</Button>
        <Button variant="primary" onPress={() => void copy()}>
          {t('feed.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** One's own calendar for other programs: make its address, make another one, do without. */
export function FeedSection() {
  const t = useSay()
  const feed = useFeed()
  const renew = useRenewFeed()
  const drop = useDropFeed()
  const [asked, setAsked] = useState<'renew' | 'drop'>()
  const [url, setUrl] = useState<string>()
  const close = (): void => setAsked(undefined)
  const make = (): void =>
    renew.mutate(undefined, {
      onSuccess: (made) => {
        setUrl(made.url)
        close()
      },
    })
  const remove = (): void =>
    drop.mutate(undefined, {
      onSuccess: () => {
        toast(t('feed.dropped'))
        close()
      },
    })
  return (
    <section className={styles['section']} aria-labelledby="feed">
      <h2 id="feed">{t('feed.title')}</h2>
      <p className="muted">{t('feed.help')}</p>
      <Loaded query={feed}>
        {({ createdAt }) =>
          createdAt === null ? (
            <div className={styles['acts']}>
              <Button wide="phone" isPending={renew.isPending} onPress={make}>
                {t('feed.make')}
              </Button>
            </div>
          ) : (
            <>
              <p>{t('feed.has')}</p>
              <div className={styles['acts']}>
                <Button wide="phone" onPress={() => setAsked('renew')}>
                  {t('feed.renew')}
                </Button>
                <Button variant="quiet" wide="phone" onPress={() => setAsked('drop')}>
                  {t('feed.drop')}
                </Button>
              </div>
            </>
          )
        }
      </Loaded>
      {!asked && <ErrorNotice error={renew.error ?? drop.error} />}
      <Confirm
        isOpen={asked !== undefined}
        onClose={close}
        title={t(asked === 'drop' ? 'feed.dropTitle' : 'feed.renewTitle')}
        act={t(asked === 'drop' ? 'feed.drop' : 'feed.renew')}
        danger={asked === 'drop'}
        isPending={renew.isPending || drop.isPending}
        onConfirm={asked === 'drop' ? remove : make}
      >
        {t(asked === 'drop' ? 'feed.dropHelp' : 'feed.renewHelp')}
        <ErrorNotice error={renew.error ?? drop.error} />
      </Confirm>
      {url !== undefined && <Address url={url} onClose={() => setUrl(undefined)} />}
    </section>
  )
}
