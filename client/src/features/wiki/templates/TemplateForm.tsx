import type { TemplateAnswer } from '@cenacle/contract/template'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { usePreview, useSaveTemplate } from './api.ts'
import { FromPage } from './FromPage.tsx'
import { Preview } from './Preview.tsx'
import styles from './Templates.module.css'
import { useSay } from '../tree/texts/say.ts'

/** The name, the use and the text of a template. @param template undefined for a new one */
export function TemplateForm({ template }: { template?: TemplateAnswer | undefined }) {
  const t = useSay()
  const navigate = useNavigate()
  const save = useSaveTemplate(template?.id)
  const preview = usePreview()
  const [markdown, setMarkdown] = useState(template?.markdown ?? '')
  const [asksPage, setAsksPage] = useState(false)
  const submit = (values: FormData): void => {
    const name = textOf(values, 'name').trim()
    save.mutate(
      { name, hint: textOf(values, 'hint').trim(), markdown },
      {
        onSuccess: () => {
          toast(t('templates.saved', { name }))
          void navigate(paths.adminTemplates)
        },
      },
    )
  }
  return (
    <>
      <Form
        error={save.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
              {t('ui.save')}
            </Button>
            <Button wide="phone" isPending={preview.isPending} onPress={() => preview.mutate(markdown)}>
              {t('templates.preview')}
            </Button>
            <LinkButton to={paths.adminTemplates} variant="quiet" wide="phone">
              {t('ui.cancel')}
            </LinkButton>
          </>
        }
      >
        <Field
          name="name"
          label={t('templates.name')}
          defaultValue={template?.name ?? ''}
          maxLength={80}
          autoComplete="off"
          isRequired
        />
        <Field
          name="hint"
          label={t('templates.hint')}
          hint={t('templates.hintHelp')}
          defaultValue={template?.hint ?? ''}
          maxLength={200}
          autoComplete="off"
          optional
        />
        <div className={styles['text']}>
          <TextArea
            name="markdown"
            label={t('templates.text')}
            hint={t('templates.textHelp')}
            value={markdown}
            onChange={setMarkdown}
            rows={16}
          />
        </div>
        <div>
          <Button size="small" onPress={() => setAsksPage(true)}>
            {t('templates.fromPage')}
          </Button>
        </div>
      </Form>
      <ErrorNotice error={preview.error} />
      {preview.data && <Preview html={preview.data.html} label={t('templates.preview')} />}
      {asksPage && <FromPage onClose={() => setAsksPage(false)} onText={setMarkdown} />}
    </>
  )
}
