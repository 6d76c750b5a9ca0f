import type { SpaceAnswer } from '@cenacle/contract/space'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { AccessChoice } from './AccessChoice.tsx'
import { useUpdateSpace } from './api.ts'

/** Name and purpose of a space; who sees it; what a workshop is about. */
export function SettingsForm({ space }: { space: SpaceAnswer }) {
  const t = useSay()
  const update = useUpdateSpace(space.id)
  const [open, setOpen] = useState(space.open)
  const { kind } = space
  const hasAccess = kind === 'loop' || kind === 'team'
  const submit = (values: FormData): void =>
    update.mutate(
      {
        name: textOf(values, 'name'),
        purpose: textOf(values, 'purpose'),
        ...(hasAccess && { open }),
        ...(kind === 'workshop' && {
          pitch: textOf(values, 'pitch'),
          objective: textOf(values, 'objective'),
          mission: textOf(values, 'mission'),
        }),
      },
      { onSuccess: () => toast(t('settings.saved')) },
    )
  return (
    <Form
      error={update.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={update.isPending}>
          {t('ui.save')}
        </Button>
      }
    >
      <Field
        name="name"
        label={t('loop.name')}
        defaultValue={space.name}
        maxLength={80}
        autoComplete="off"
        isRequired
      />
      <Field
        name="purpose"
        label={t('newSpace.purpose')}
        defaultValue={space.purpose}
        maxLength={300}
        autoComplete="off"
        optional
      />
      {kind === 'workshop' && (
        <>
          <TextArea
            name="pitch"
            label={t('settings.pitch')}
            hint={t('settings.pitchHint')}
            defaultValue={space.pitch}
            optional
          />
          <TextArea name="objective" label={t('settings.objective')} defaultValue={space.objective} optional />
          <TextArea
            name="mission"
            label={t('settings.mission')}
            hint={t('settings.missionHint')}
            defaultValue={space.mission}
            optional
          />
        </>
      )}
      {hasAccess && <AccessChoice kind={kind} open={open} onChange={setOpen} />}
    </Form>
  )
}
