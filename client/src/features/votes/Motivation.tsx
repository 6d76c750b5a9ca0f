import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Prose } from '../../ui/Prose.tsx'
import type { Candidacy } from './api.ts'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** Longer than this, the beginning stands above the ballot and the rest unfolds. */
const LONG = 700

/** Why somebody asks for a seat. @param isShort while one votes, so that the ballot is not far below */
export function Motivation({ candidacy, isShort }: { candidacy: Candidacy; isShort: boolean }) {
  const t = useSay()
  const [isWhole, setWhole] = useState(false)
  const isFolded = isShort && !isWhole && candidacy.motivation.length > LONG
  return (
    <section className={styles['section']} aria-labelledby="motivation">
      <h2 id="motivation" className="caption">
        {t('candidacy.motivation')}
      </h2>
      {candidacy.employer && <p className="muted">{t('candidacy.employer', { employer: candidacy.employer })}</p>}
      <div className={classes(isFolded && styles['folded'])}>
        <Prose html={candidacy.html} />
      </div>
      {isFolded && (
        <div>
          <Button size="small" onPress={() => setWhole(true)}>
            {t('candidacy.readAll')}
          </Button>
        </div>
      )}
    </section>
  )
}
