import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useI18n } from '../../../../i18n/i18n.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { useSay } from '../texts/say.ts'
import type { Act } from './keys.ts'
import { saySlide } from './say-slide.ts'
import { SlideView } from './SlideView.tsx'
import styles from './Stage.module.css'
import { StageControls } from './StageControls.tsx'
import { HelpDialog, ListDialog } from './StageDialogs.tsx'
import { type Show, slideOf, stepOfCategory, stepsOf } from './steps.ts'
import { usePlace } from './use-place.ts'
import { toggleFullScreen, useAwake, useFit, useLetters, useWakeLock } from './use-room.ts'
import { useStageKeys } from './use-stage-keys.ts'

type Open = 'help' | 'list' | 'dark' | undefined

interface StageProps {
  show: Show
  /** Its winners are invented. */
  isRehearsal?: boolean
}

/** The show. All of it is here before the first revelation: from then on nothing is asked of the network. */
export function Stage({ show: given, isRehearsal = false }: StageProps) {
  const t = useSay()
  const { locale } = useI18n()
  // What is read anew meanwhile must not change under the presenter.
  const [show] = useState(given)
  const steps = useMemo(() => stepsOf(show), [show])
  const [at, go] = usePlace(`cenacle.stage.${show.edition.id}.${isRehearsal}`, steps.length - 1)
  const [open, setOpen] = useState<Open>()
  const slide = useMemo(() => slideOf(show, steps[at] ?? { kind: 'opening' }), [show, steps, at])
  const { step } = slide
  const isReady = useLetters(useMemo(() => JSON.stringify(show), [show]))
  const box = useFit(slide)
  const isAwake = useAwake()
  useWakeLock()
  const { name, year } = show.edition
  useTitle(`${t('title.tab', { name, year: String(year) })}, ${t(isRehearsal ? 'stage.rehearsal' : 'stage.title')}`)
  const act = (wanted: Act): void => {
    if (open === 'dark') return setOpen(undefined)
    if (wanted === 'next') return go(at + 1)
    if (wanted === 'back') return go(at - 1)
    if (wanted === 'first') return go(0)
    if (wanted === 'last') return go(steps.length - 1)
    if (wanted === 'full') return toggleFullScreen()
    if (typeof wanted === 'string') return setOpen(wanted)
    const found = stepOfCategory(steps, wanted.category)
    if (found !== -1) go(found)
  }
  // The keys are listened to once, and do what the last act is.
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useStageKeys(useCallback((wanted: Act) => latest.current(wanted), []))
  const close = (): void => setOpen(undefined)
  return (
    <main className={styles['stage']} data-stage data-awake={isAwake || undefined} id="content">
      <VisuallyHidden role="status">
        {open === 'dark' ? t('keys.dark') : saySlide(show, slide, t, locale)}
      </VisuallyHidden>
      {isRehearsal && (
        <p className={styles['rehearsal']}>
          <strong>{t('stage.rehearsal')}</strong> · {t('stage.rehearsalHelp')}
        </p>
      )}
      <div ref={box} className={styles['slide']}>
        <SlideView show={show} slide={slide} />
      </div>
      {step.kind === 'opening' && (
        <p className={styles['hint']}>{isReady ? `${t('stage.begin')} · ${t('stage.aid')}` : t('stage.loading')}</p>
      )}
      <StageControls act={act} at={at} count={steps.length} />
      {open === 'dark' && (
        <button type="button" className={styles['dark']} onClick={close} aria-label={t('keys.dark')} />
      )}
      <HelpDialog isOpen={open === 'help'} onClose={close} />
      <ListDialog
        isOpen={open === 'list'}
        show={show}
        onClose={close}
        onChoose={(category) => {
          close()
          go(stepOfCategory(steps, category))
        }}
      />
    </main>
  )
}
