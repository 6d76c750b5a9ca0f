import { Checkbox, RadioCards } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useSay } from '../texts/say.ts'
import type { AdmissionDraft } from './admission-draft.ts'
import styles from './Admitting.module.css'
import { ShareField } from './ShareField.tsx'
import { useSayAdmitting } from './texts/say.ts'

interface PartProps {
  draft: AdmissionDraft
  onChange: (change: Partial<AdmissionDraft>) => void
}

/** Names of the fields that hold one whole number. */
type NumberName = { [Name in keyof AdmissionDraft]: AdmissionDraft[Name] extends string ? Name : never }[keyof Omit<
  AdmissionDraft,
  'comparator' | 'base' | 'vetoReaders' | 'leaver'
>]

interface NumberProps extends PartProps {
  of: NumberName
  /** As an error of the server points at it. */
  name: string
  label: string
  hint: string
}

function NumberField({ draft, onChange, of, name, label, hint }: NumberProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      pattern="[0-9]{1,4}"
      value={draft[of]}
      onChange={(value) => onChange({ [of]: value })}
      isRequired
    />
  )
}

const bases = ['expressed', 'voters', 'roll'] as const

/** How long one votes, and what it takes. */
export function VotePart(part: PartProps) {
  const t = useSayAdmitting()
  const sayVotes = useSay()
  const { draft, onChange } = part
  return (
    <section className={styles['part']} aria-labelledby="admission-vote">
      <h3 id="admission-vote">{t('admit.vote')}</h3>
      <div className={styles['pair']}>
        <NumberField {...part} of="days" name="days" label={t('admit.days')} hint={t('admit.daysHint')} />
        <NumberField {...part} of="minDays" name="minDays" label={t('admit.minDays')} hint={t('admit.minDaysHint')} />
      </div>
      <ShareField
        name="rules.threshold.numerator"
        label={t('admit.threshold')}
        choices={['half', 'twoThirds', 'threeQuarters', 'percent']}
        value={draft.threshold}
        onChange={(threshold) => onChange({ threshold })}
      />
      <RadioCards
        label={t('admit.comparator')}
        value={draft.comparator === '>' ? 'above' : 'least'}
        onChange={(chosen) => onChange({ comparator: chosen === 'above' ? '>' : '>=' })}
        options={(['above', 'least'] as const).map((id) => ({
          id,
          label: t(`admit.comparator.${id}`),
          hint: t(`admit.comparator.${id}Hint`),
        }))}
      />
      <Select
        label={t('admit.base')}
        options={bases.map((id) => ({ id, label: sayVotes(`decision.base.${id}`) }))}
        value={draft.base}
        onChange={(base) => onChange({ base })}
      />
      <ShareField
        name="rules.quorum.numerator"
        label={t('admit.quorum')}
        hint={t('admit.quorumHint')}
        choices={['none', 'third', 'half', 'twoThirds', 'percent']}
        value={draft.quorum}
        onChange={(quorum) => onChange({ quorum })}
      />
    </section>
  )
}

/** Who reads a veto, when it lapses, and what a late one does. */
export function VetoPart(part: PartProps) {
  const t = useSayAdmitting()
  const { draft, onChange } = part
  return (
    <section className={styles['part']} aria-labelledby="admission-veto">
      <div>
        <h3 id="admission-veto">{t('admit.veto')}</h3>
        <p className="small muted">{t('admit.vetoLede')}</p>
      </div>
      <RadioCards
        label={t('admit.readers')}
        value={draft.vetoReaders}
        onChange={(vetoReaders) => onChange({ vetoReaders })}
        options={(['committee', 'bureau'] as const).map((id) => ({
          id,
          label: t(`admit.readers.${id}`),
          hint: t(`admit.readers.${id}Hint`),
        }))}
      />
      <RadioCards
        label={t('admit.leaver')}
        value={draft.leaver}
        onChange={(leaver) => onChange({ leaver })}
        options={(['lapses', 'stands'] as const).map((id) => ({
          id,
          label: t(`admit.leaver.${id}`),
          hint: t(`admit.leaver.${id}Hint`),
        }))}
      />
      <div className={styles['pair']}>
        <NumberField
          {...part}
          of="windowHours"
          name="rules.lateVeto.windowHours"
          label={t('admit.windowHours')}
          hint={t('admit.windowHoursHint')}
        />
        <NumberField
          {...part}
          of="remainHours"
          name="rules.lateVeto.remainHours"
          label={t('admit.remainHours')}
          hint={t('admit.remainHoursHint')}
        />
      </div>
    </section>
  )
}

/** Who may bring a candidacy to the vote, and what may follow. */
export function Around(part: PartProps) {
  const t = useSayAdmitting()
  const { draft, onChange } = part
  const fields = [
    ['secondReadingWithin', 'secondReadingWithin', 'within'],
    ['secondReading', 'secondReading', 'second'],
    ['offer', 'offer', 'offer'],
    ['months', 'waiting', 'waiting'],
  ] as const
  return (
    <section className={styles['part']} aria-labelledby="admission-around">
      <h3 id="admission-around">{t('admit.around')}</h3>
      <Checkbox
        isSelected={draft.sponsorRequired}
        onChange={(sponsorRequired) => onChange({ sponsorRequired })}
        hint={t('admit.sponsorHint')}
      >
        {t('admit.sponsor')}
      </Checkbox>
      <div className={styles['pair']}>
        {fields.map(([of, wire, text]) => (
          <NumberField
            key={of}
            {...part}
            of={of}
            name={`delays.${wire}`}
            label={t(`admit.${text}`)}
            hint={t(`admit.${text}Hint`)}
          />
        ))}
      </div>
    </section>
  )
}
