import type { ReactNode } from 'react'
import { PageHead } from '../../../ui/PageHead.tsx'
import styles from './Secret.module.css'
import { useSaySecret } from './texts/say.ts'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const protects = ['tables', 'order', 'log', 'lines', 'small'] as const
const operator = ['traffic', 'storage', 'script', 'presence'] as const
const not = ['unanimity', 'pressure', 'device'] as const

/** What a secret vote protects, what one can check of it, and what whoever runs the server could still see. */
export function SecretPage() {
  const t = useSaySecret()
  return (
    <>
      <PageHead title={t('page.title')} tabTitle={t('page.tab')} lede={t('page.lede')} />
      <div className={styles['page']}>
        <Part title={t('page.protects')}>
          <ul className={styles['points']}>
            {protects.map((point) => (
              <li key={point}>{t(`page.protects.${point}`)}</li>
            ))}
          </ul>
        </Part>
        <Part title={t('page.verify')}>
          <p>{t('page.verify.receipt')}</p>
          <p>{t('page.verify.root')}</p>
        </Part>
        <Part title={t('page.operator')}>
          <p>{t('page.operator.lead')}</p>
          <ul className={styles['points']}>
            {operator.map((point) => (
              <li key={point}>{t(`page.operator.${point}`)}</li>
            ))}
          </ul>
          <p>{t('page.operator.limit')}</p>
        </Part>
        <Part title={t('page.not')}>
          <ul className={styles['points']}>
            {not.map((point) => (
              <li key={point}>{t(`page.not.${point}`)}</li>
            ))}
          </ul>
        </Part>
        <Part title={t('page.stakes')}>
          <p>{t('page.stakes.belenios')}</p>
        </Part>
      </div>
    </>
  )
}
