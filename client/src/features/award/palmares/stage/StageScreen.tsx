import { useState } from 'react'
import { paths } from '../../../../lib/paths.ts'
import { Link } from '../../../../ui/Link.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Missing } from '../../../../ui/Missing.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { type Announced, useRunEdition } from '../api.ts'
import { Countdown } from '../Countdown.tsx'
import { useSay } from '../texts/say.ts'
import { useOpening } from '../use-opening.ts'
import { rehearsalOf } from './rehearsal.ts'
import { Stage } from './Stage.tsx'
import styles from './Stage.module.css'
import type { Show } from './steps.ts'

/** The room waits: the same instant as everybody's, in large. */
function Waiting({ announced, left }: { announced: Announced; left: number | null }) {
  const t = useSay()
  const { id, name, year } = announced
  useTitle(`${t('title.tab', { name, year: String(year) })}, ${t('stage.title')}`)
  return (
    <main className={styles['stage']} data-stage data-awake id="content">
      <div className={styles['slide']}>
        <div className={styles['ends']}>
          <p className={styles['kicker']}>{t('title.palmares')}</p>
          <h1 className={styles['name']}>{t('title.edition', { name, year: String(year) })}</h1>
          {left !== null && left > 0 ? (
            <>
              <p className={styles['organisation']}>{t('stage.soon')}</p>
              <Countdown left={left} onStage />
            </>
          ) : (
            <p className={styles['organisation']}>{t(left === null ? 'before.undated' : 'stage.late')}</p>
          )}
          <p className={styles['note']}>{t('stage.waiting')}</p>
        </div>
      </div>
      <p className={styles['leave']}>
        <Link to={paths.palmares(id)}>{t('stage.leave')}</Link>
      </p>
    </main>
  )
}

/** The real palmarès on stage: nothing of it before the instant at which it is everybody's. */
export function StageScreen({ id }: { id: string }) {
  const { query, before, hasWaited } = useOpening(id)
  const [show, setShow] = useState<Show>()
  // Once it is here it stays, whatever a later reading says or fails to.
  if (query.data && !show) setShow(query.data.palmares)
  if (show) return <Stage show={show} />
  if (before) return <Waiting {...before} />
  return (
    <main className="page" id="content">
      {hasWaited ? <Skeleton /> : <Loaded query={query}>{() => null}</Loaded>}
    </main>
  )
}

/** For who runs the award, at any time: every gesture of the show, with invented winners. */
export function RehearsalScreen({ id }: { id: string }) {
  const t = useSay()
  const query = useRunEdition(id)
  const [show, setShow] = useState<Show>()
  if (query.data?.can.run && !show) setShow(rehearsalOf(query.data, t))
  if (show) return <Stage show={show} isRehearsal />
  return (
    <main className="page" id="content">
      <Loaded query={query}>{() => <Missing />}</Loaded>
    </main>
  )
}
