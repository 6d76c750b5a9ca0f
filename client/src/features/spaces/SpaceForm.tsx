import type { PersonCard } from '@cenacle/contract/person'
import type { SpaceAnswer } from '@cenacle/contract/space'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { paths } from '../../lib/paths.ts'
import { useMe } from '../../lib/session.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { AccessChoice } from './AccessChoice.tsx'
import { useCreateSpace } from './api.ts'
import { endOfDay } from './end-date.ts'
import { type GuestDraft, GuestFields } from './GuestFields.tsx'
import { type NewKind, newKinds, newSpaceTexts } from './new-space-texts.ts'
import { PeoplePicker } from './PeoplePicker.tsx'

interface SpaceFormProps {
  kind: NewKind
  onKind: (kind: NewKind) => void
  onCreated: (space: SpaceAnswer) => void
}

/** A space on one screen: its kind where there is a choice, name, people, guests until a date, who sees it. */
export function SpaceForm({ kind, onKind, onCreated }: SpaceFormProps) {
  const t = useSay()
  const me = useMe()
  const create = useCreateSpace()
  const [open, setOpen] = useState(false)
  const [people, setPeople] = useState<PersonCard[]>([])
  const [guests, setGuests] = useState<GuestDraft[]>([])
  const texts = newSpaceTexts(kind, t)
  const isWorkshop = kind === 'workshop'
  const submit = (values: FormData): void =>
    create.mutate(
      {
        kind,
        name: textOf(values, 'name'),
        purpose: textOf(values, 'purpose'),
        open: !isWorkshop && open,
        people: people.map(({ id }) => ({ personId: id, role: isWorkshop ? 'facilitator' : 'writer' })),
        guests:
          kind === 'team'
            ? []
            : guests.map(({ email, day }) => ({ email, role: 'writer', until: endOfDay(day) ?? day })),
      },
      { onSuccess: onCreated },
    )
  return (
    <Form
      error={create.error}
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
            {texts.act}
          </Button>
          <LinkButton to={paths.spaces} variant="quiet" wide="phone">
            {t('ui.cancel')}
          </LinkButton>
        </>
      }
    >
      {me.can.createTeam && (
        <RadioCards
          label={t('newSpace.kind')}
          value={kind}
          onChange={onKind}
          options={newKinds.map((id) => ({ id, label: t(`kind.${id}`), hint: t(`newSpace.${id}Hint`) }))}
        />
      )}
      <Field name="name" label={t('loop.name')} hint={texts.nameHint} maxLength={80} autoComplete="off" isRequired />
      <Field
        name="purpose"
        label={t(kind === 'loop' ? 'loop.purpose' : 'newSpace.purpose')}
        maxLength={300}
        autoComplete="off"
        optional
      />
      <PeoplePicker label={texts.people} chosen={people} onChange={setPeople} without={new Set([me.id])} />
      {isWorkshop && <p className="small muted">{t('newSpace.pilotsHint')}</p>}
      {kind !== 'team' && <GuestFields guests={guests} onChange={setGuests} hint={texts.guestsHint} />}
      {kind !== 'workshop' && <AccessChoice kind={kind} open={open} onChange={setOpen} />}
    </Form>
  )
}
