import type { TimelineAnswer } from '@cenacle/contract/history'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Label } from 'react-aria-components/Label'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { authorOf, describe } from './moments.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

interface HistorySliderProps {
  timeline: TimelineAnswer
  place: number
  onChange: (place: number) => void
}

/** A slider over the whole log: one step for each moment at which the page can be looked at. */
export function HistorySlider({ timeline, place, onChange }: HistorySliderProps) {
  const t = useSay()
  const { locale } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const { moments, names } = timeline
  const moment = moments[place]
  const said = moment ? describe(timeline, moment, locale, t) : ''
  // React Aria writes the bare number; after it, and whenever it does so again, the moment in words.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', said))
  const last = moments.length - 1
  const share = (at: number): string => `${last > 0 ? (at / last) * 100 : 0}%`
  return (
    <section className={styles['slider']}>
      <div className={styles['moment']}>
        <Portrait person={moment ? authorOf(timeline, moment) : null} />
        <p>
          <strong>{said}</strong>
          <br />
          <span className="small muted">{t('history.position', { index: place + 1, count: moments.length })}</span>
        </p>
      </div>
      {last > 0 && (
        <div className={styles['row']}>
          <Button
            icon
            variant="quiet"
            aria-label={t('history.previousMoment')}
            isDisabled={place <= 0}
            onPress={() => onChange(place - 1)}
          >
            <ChevronLeft size={22} aria-hidden />
          </Button>
          <Slider
            className={styles['range'] ?? ''}
            minValue={0}
            maxValue={last}
            step={1}
            value={place}
            onChange={(value) => onChange(Number(value))}
          >
            <Label className={styles['hidden'] ?? ''}>{t('history.slider')}</Label>
            <SliderTrack className={styles['track'] ?? ''}>
              <div className={styles['done']} style={{ inlineSize: share(place) }} />
              {names.map(({ seq }) => {
                const at = moments.findIndex((each) => each.seq === seq)
                return at < 0 ? null : (
                  <span key={seq} className={styles['mark']} style={{ insetInlineStart: share(at) }} />
                )
              })}
              <SliderThumb inputRef={input} className={styles['thumb'] ?? ''} />
            </SliderTrack>
          </Slider>
          <Button
            icon
            variant="quiet"
            aria-label={t('history.nextMoment')}
            isDisabled={place >= last}
            onPress={() => onChange(place + 1)}
          >
            <ChevronRight size={22} aria-hidden />
          </Button>
        </div>
      )}
      {timeline.more && <p className="small muted">{t('history.moreOld')}</p>}
    </section>
  )
}
