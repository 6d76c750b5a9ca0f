import { ChevronLeft, ChevronRight, CircleQuestionMark, List, Maximize } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useSay } from '../texts/say.ts'
import type { Act } from './keys.ts'
import styles from './Stage.module.css'

/** A press by mouse leaves the focus where it is, so that the space bar goes on after a press on « Précédent ». */
const keepFocus = (event: MouseEvent): void => event.preventDefault()

const TOOLS = [
  ['list', List],
  ['help', CircleQuestionMark],
  ['full', Maximize],
] as const

interface ControlsProps {
  act: (act: Act) => void
  at: number
  count: number
}

/** The left of the screen goes back, the rest goes on; below, what else there is. */
export function StageControls({ act, at, count }: ControlsProps) {
  const t = useSay()
  return (
    <>
      <div className={styles['areas']}>
        <button
          type="button"
          className={styles['back']}
          onMouseDown={keepFocus}
          onClick={() => act('back')}
          aria-disabled={at === 0}
        >
          <ChevronLeft aria-hidden />
          <span className={styles['label']}>{t('keys.back')}</span>
        </button>
        <button
          type="button"
          className={styles['next']}
          onMouseDown={keepFocus}
          onClick={() => act('next')}
          aria-disabled={at === count - 1}
        >
          <span className={styles['label']}>{t('keys.next')}</span>
          <ChevronRight aria-hidden />
        </button>
      </div>
      <div className={styles['tools']}>
        <p className={styles['place']}>{t('stage.of', { number: at + 1, count })}</p>
        {TOOLS.map(([name, Icon]) => (
          <button key={name} type="button" onMouseDown={keepFocus} onClick={() => act(name)}>
            <Icon size={20} aria-hidden />
            {t(`keys.${name}`)}
          </button>
        ))}
      </div>
    </>
  )
}
