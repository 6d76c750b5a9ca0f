import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { textOf } from '../../../ui/text-of.ts'
import type { VoteLog } from '../api.ts'
import { type SayHere, useSay } from '../texts/say.ts'
import styles from '../VoteLog.module.css'
import { compareHead, type Compared } from './compare-head.ts'
import { sayEvent } from './say-event.ts'

const TONES = { same: 'done', earlier: 'done', incomplete: 'plain', absent: 'live', broken: 'live' } as const

function sayHelp(compared: Compared, t: SayHere): string {
  if (compared.state !== 'earlier') return t(`log.proof.${compared.state}Help`)
  const { seq, type, since } = compared
  return t('log.proof.earlierHelp', { seq, event: sayEvent(type, t), count: since })
}

const sayTitle = (compared: Compared, t: SayHere): string =>
  compared.state === 'broken' ? t('log.proof.broken', { seq: compared.seq }) : t(`log.proof.${compared.state}`)

/** Lets one compare a log with the fingerprint that one was mailed: a log that was written anew as a whole agrees with itself. */
export function HeadCheck({ log }: { log: VoteLog }) {
  const t = useSay()
  const [compared, setCompared] = useState<Compared>()
  const compare = (values: FormData): void => setCompared(compareHead(log, textOf(values, 'head')))
  return (
    <section className={styles['section']} aria-labelledby="proof">
      <h2 id="proof" className="caption">
        {t('log.proof.title')}
      </h2>
      <p>{t('log.proof.lede')}</p>
      <Form onSubmit={compare} actions={<Button type="submit">{t('log.proof.act')}</Button>}>
        <Field
          name="head"
          label={t('log.proof.label')}
          hint={t('log.proof.hint')}
          autoComplete="off"
          spellCheck="false"
          onChange={() => setCompared(undefined)}
        />
      </Form>
      <div role="status">
        {compared && (
          <Notice tone={TONES[compared.state]} title={sayTitle(compared, t)}>
            <p>{sayHelp(compared, t)}</p>
          </Notice>
        )}
      </div>
    </section>
  )
}
