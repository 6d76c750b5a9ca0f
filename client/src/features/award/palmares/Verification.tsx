import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { saveFile } from '../../../lib/save-file.ts'
import { sha256 } from '../../../lib/sha256.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Palmares } from './api.ts'
import styles from './Palmares.module.css'
import { sayAll } from './say-when.ts'
import { signedText } from './signed-text.ts'
import { useSay } from './texts/say.ts'

/** Who signed, the hash, and how anybody finds it again: here, or with the file. */
export function Verification({ palmares, hash, signedBy }: Pick<Palmares, 'palmares' | 'hash' | 'signedBy'>) {
  const t = useSay()
  const { locale } = useI18n()
  const [isSame, setSame] = useState<boolean>()
  const { year } = palmares.edition
  const save = (): void =>
    saveFile(`palmares-${year}.json`, new Blob([signedText(palmares)], { type: 'application/json' }))
  return (
    <section className={styles['verify']} aria-labelledby="verify">
      <h2 id="verify">{t('verify.title')}</h2>
      <p>{t('verify.signed', { names: sayAll(signedBy, locale) })}</p>
      <p className="muted">{t('verify.how')}</p>
      <dl>
        <dt className="caption">{t('verify.hash')}</dt>
        <dd className={styles['hash']}>{hash}</dd>
      </dl>
      <div className="row">
        <Button onPress={() => setSame(sha256(signedText(palmares)) === hash)}>{t('verify.here')}</Button>
        <Button onPress={save}>{t('verify.save')}</Button>
      </div>
      <div role="status">
        {isSame !== undefined && (
          <Notice tone={isSame ? 'done' : 'veto'} title={t(isSame ? 'verify.same' : 'verify.other')} />
        )}
      </div>
    </section>
  )
}
