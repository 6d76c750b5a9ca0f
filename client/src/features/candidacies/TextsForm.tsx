import type { CandidacyTextsAnswer } from '@cenacle/contract/application'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { useSetCandidacyTexts } from './api.ts'
import { useSay } from './texts/say.ts'

/** What whoever takes a seat agrees to, who answers for the data of candidates, and what a new member reads first. */
export function TextsForm({ texts }: { texts: CandidacyTextsAnswer }) {
  const t = useSay()
  const save = useSetCandidacyTexts(() => toast(t('texts.saved')))
  return (
    <Form
      error={save.error}
      onSubmit={(values) =>
        save.mutate({
          charter: textOf(values, 'charter'),
          welcome: textOf(values, 'welcome'),
          privacy: textOf(values, 'privacy'),
        })
      }
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
          {t('ui.save')}
        </Button>
      }
    >
      <TextArea
        name="charter"
        label={t('apply.charter')}
        hint={t('texts.charterHint')}
        defaultValue={texts.charter}
        rows={8}
        maxLength={20_000}
      />
      <TextArea
        name="privacy"
        label={t('texts.privacy')}
        hint={t('texts.privacyHint')}
        defaultValue={texts.privacy}
        rows={6}
        maxLength={20_000}
      />
      <TextArea
        name="welcome"
        label={t('texts.welcome')}
        hint={t('texts.welcomeHint')}
        defaultValue={texts.welcome}
        rows={12}
        maxLength={20_000}
      />
    </Form>
  )
}
