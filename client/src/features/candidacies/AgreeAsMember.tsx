import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { focusTitle } from '../../ui/focus-title.ts'
import { Form } from '../../ui/Form.tsx'
import { toast } from '../../ui/toasts.ts'
import { useAgreeAsMember } from './api.ts'
import { useSay } from './texts/say.ts'

/** Agrees to the charter that stands above, for a member who was proposed and never asked. */
export function AgreeAsMember({ charter }: { charter: string }) {
  const t = useSay()
  const agree = useAgreeAsMember(() => {
    toast(t('follow.agreed'))
    focusTitle()
  })
  return (
    <Form
      error={agree.error}
      onSubmit={() => agree.mutate(charter)}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={agree.isPending}>
          {t('follow.agree')}
        </Button>
      }
    >
      <Checkbox name="charter" isRequired>
        {t('follow.acceptCharter')}
      </Checkbox>
    </Form>
  )
}
