import type { AwardSettingsBody } from '@cenacle/contract/award'
import { Button } from '../../../ui/Button.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useAwardSettings, useSetAwardSettings } from './api.ts'
import styles from './Settings.module.css'
import { useSay } from './texts/say.ts'

/** How long whom to write to about an entry is kept, who answers for it, and whom to write to. */
export function AwardData() {
  const t = useSay()
  return (
    <section className={styles['section']} aria-labelledby="award">
      <h2 id="award">{t('data.title')}</h2>
      <p className="muted">{t('data.lede')}</p>
      <Loaded query={useAwardSettings()}>{(settings) => <DataForm settings={settings} />}</Loaded>
    </section>
  )
}

function DataForm({ settings }: { settings: AwardSettingsBody }) {
  const t = useSay()
  const save = useSetAwardSettings(() => toast(t('data.saved')))
  return (
    <Form
      error={save.error}
      onSubmit={(values) =>
        save.mutate({
          keptMonths: Number(textOf(values, 'keptMonths')),
          privacy: textOf(values, 'privacy'),
        })
      }
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
          {t('data.save')}
        </Button>
      }
    >
      <Field
        name="keptMonths"
        label={t('data.months')}
        hint={t('data.monthsHint')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={String(settings.keptMonths)}
        isRequired
      />
      <TextArea
        // An emptied one is the product's own text again, which the field then shows.
        key={settings.privacy}
        name="privacy"
        label={t('data.privacy')}
        hint={t('data.privacyHint')}
        defaultValue={settings.privacy}
        rows={6}
        maxLength={20_000}
      />
    </Form>
  )
}
