import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { type Candidacy, useDeclareInadmissible } from './api.ts'
import { useSay } from './texts/say.ts'

/** Closes a file before any vote, with a reason that the candidate reads. */
export function Inadmissible({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const [isAsked, setAsked] = useState(false)
  const close = (): void => setAsked(false)
  const declare = useDeclareInadmissible(candidacy.id, () => {
    toast(t('inadmissible.done'))
    close()
  })
  return (
    <div>
      <Button variant="quiet" onPress={() => setAsked(true)}>
        {t('inadmissible.act')}
      </Button>
      <Dialog isOpen={isAsked} onClose={close} title={t('inadmissible.title')}>
        <p className="muted">{t('inadmissible.help')}</p>
        <Form
          error={declare.error}
          onSubmit={(values) => declare.mutate(textOf(values, 'reason'))}
          actions={
            <>
              <Button type="submit" variant="danger" wide="phone" isPending={declare.isPending}>
                {t('inadmissible.act')}
              </Button>
              <Button variant="quiet" wide="phone" onPress={close}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <TextArea
            name="reason"
            label={t('inadmissible.reason')}
            hint={t('inadmissible.hint')}
            maxLength={4_000}
            isRequired
          />
        </Form>
      </Dialog>
    </div>
  )
}
