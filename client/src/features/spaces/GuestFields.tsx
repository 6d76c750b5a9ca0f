import { Plus, X } from 'lucide-react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { dayOf, daysAhead } from './end-date.ts'
import styles from './GuestFields.module.css'

export interface GuestDraft {
  key: number
  email: string
  day: string
}

/** Guests by e-mail, each with the last day of their access. */
export function GuestFields({
  guests,
  onChange,
  hint,
}: {
  guests: readonly GuestDraft[]
  onChange: (guests: GuestDraft[]) => void
  hint: string
}) {
  const t = useSay()
  const today = useNow()
  const change = (key: number, part: Partial<GuestDraft>): void =>
    onChange(guests.map((guest) => (guest.key === key ? { ...guest, ...part } : guest)))
  const add = (): void =>
    onChange([...guests, { key: (guests.at(-1)?.key ?? 0) + 1, email: '', day: daysAhead(60, today) }])
  return (
    <fieldset className={styles['guests']}>
      <legend className="strong">{t('loop.guests')}</legend>
      <p className="small muted">{hint}</p>
      {guests.map((guest, i) => (
        <div key={guest.key} className={styles['guest']}>
          <Field
            name={`guests.${i}.email`}
            type="email"
            label={t('loop.guestEmail')}
            value={guest.email}
            onChange={(email) => change(guest.key, { email })}
            isRequired
          />
          <Field
            name={`guests.${i}.until`}
            type="date"
            label={t('loop.guestUntil')}
            value={guest.day}
            onChange={(day) => change(guest.key, { day })}
            min={dayOf(today)}
            isRequired
          />
          <Button
            variant="quiet"
            icon
            aria-label={t('loop.removeGuest', { number: i + 1 })}
            onPress={() => onChange(guests.filter(({ key }) => key !== guest.key))}
          >
            <X size={20} aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onPress={add}>
          <Plus size={18} aria-hidden />
          {t('loop.addGuest')}
        </Button>
      </div>
    </fieldset>
  )
}
