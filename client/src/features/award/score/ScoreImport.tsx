import { useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { type Edition, type Entry, useScores } from './api.ts'
import { ImportForm } from './ImportForm.tsx'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'
import { Versions } from './Versions.tsx'

/** The automatic score of an edition: its versions with their formulas, and importing another one. */
export function ScoreImport({ edition, entries }: { edition: Edition; entries: readonly Entry[] }) {
  const t = useSay()
  const query = useScores(edition.id)
  const [isOpen, setOpen] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const close = (): void => {
    setOpen(false)
    // The form is gone, and with it what had the focus.
    title.current?.focus()
  }
  return (
    <section className={styles['section']} aria-labelledby="score-title">
      <h2 id="score-title" ref={title} tabIndex={-1}>
        {t('score.title')}
      </h2>
      <p className="muted">{t('score.help')}</p>
      <Loaded query={query}>
        {({ versions, can }) => (
          <>
            <Versions versions={versions} />
            {!can.import && edition.can.judge && <p>{t('score.notYours')}</p>}
            {can.import && !isOpen && (
              <div>
                <Button wide="phone" onPress={() => setOpen(true)}>
                  {t(versions.length > 0 ? 'score.importAgain' : 'score.import')}
                </Button>
              </div>
            )}
            {can.import && isOpen && (
              <ImportForm edition={edition} entries={entries} after={versions.at(-1)?.number ?? 0} onDone={close} />
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
