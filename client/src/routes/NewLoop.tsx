import type { PersonCard } from '@cenacle/contract/person'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCreateSpace } from '../features/spaces/api.ts'
import { endOfDay } from '../features/spaces/end-date.ts'
import { type GuestDraft, GuestFields } from '../features/spaces/GuestFields.tsx'
import { PeoplePicker } from '../features/spaces/PeoplePicker.tsx'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { RadioCards } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** A private loop is created on this one screen: name, people, guests until a date, open or closed. */
export function NewLoop() {
  const t = useT()
  const me = useMe()
  const navigate = useNavigate()
  const create = useCreateSpace()
  const [access, setAccess] = useState<'closed' | 'open'>('closed')
  const [people, setPeople] = useState<PersonCard[]>([])
  const [guests, setGuests] = useState<GuestDraft[]>([])
  const submit = (values: FormData): void =>
    create.mutate(
      {
        kind: 'loop',
        name: textOf(values, 'name'),
        purpose: textOf(values, 'purpose'),
        open: access === 'open',
        people: people.map((person) => ({ personId: person.id, role: 'writer' })),
        guests: guests.map(({ email, day }) => ({ email, role: 'writer', until: endOfDay(day) ?? day })),
      },
      {
        onSuccess: (space) => {
          toast(t('loop.created', { name: space.name }))
          void navigate(paths.space(space.slug), { replace: true })
        },
      },
    )
  return (
    <div className="page page-narrow">
      <PageHead title={t('loop.title')} lede={t('loop.lede')} />
      <Form
        error={create.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
              {t('loop.act')}
            </Button>
            <LinkButton to={paths.spaces} variant="quiet" wide="phone">
              {t('ui.cancel')}
            </LinkButton>
          </>
        }
      >
        <Field
          name="name"
          label={t('loop.name')}
          hint={t('loop.nameHint')}
          maxLength={80}
          autoComplete="off"
          isRequired
        />
        <Field name="purpose" label={t('loop.purpose')} maxLength={300} autoComplete="off" optional />
        <PeoplePicker label={t('loop.people')} chosen={people} onChange={setPeople} without={new Set([me.id])} />
        <GuestFields guests={guests} onChange={setGuests} />
        <RadioCards
          label={t('loop.access')}
          value={access}
          onChange={setAccess}
          options={[
            { id: 'closed', label: t('loop.closed'), hint: t('loop.closedHint') },
            { id: 'open', label: t('loop.open'), hint: t('loop.openHint') },
          ]}
        />
      </Form>
    </div>
  )
}
