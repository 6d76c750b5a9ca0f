import type { Me } from '@cenacle/contract/person'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { useRemovePortrait, useSavePortrait } from './api.ts'
import styles from './Profile.module.css'

/** The portrait: shown, replaced, removed. */
export function PortraitField({ me }: { me: Me }) {
  const t = useSay()
  const save = useSavePortrait()
  const remove = useRemovePortrait()
  const choose = (files: FileList | null): void => {
    const file = files?.[0]
    if (file) save.mutate(file)
  }
  return (
    <div className={styles['portrait']}>
      <Portrait person={me} size="large" />
      <div className={styles['portrait-text']}>
        <div className="row">
          <FileTrigger acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']} onSelect={choose}>
            <Button size="small" isPending={save.isPending}>
              {t('profile.choosePortrait')}
            </Button>
          </FileTrigger>
          {me.portraitUrl && (
            <Button size="small" variant="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {t('profile.removePortrait')}
            </Button>
          )}
        </div>
        <p className="small muted">{t('profile.portraitHint')}</p>
        <ErrorNotice error={save.error ?? remove.error} />
      </div>
    </div>
  )
}
