import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCreatePage, usePages } from '../features/wiki/api.ts'
import { linesOf, treeOf } from '../features/wiki/tree.ts'
import { BLANK, TemplateChoice } from '../features/wiki/templates/TemplateChoice.tsx'
import { ParentSelect, TOP } from '../features/wiki/tree/ParentSelect.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { textOf } from '../ui/text-of.ts'

/** A page begins with its title and its place; the text follows at once. */
export function NewPage() {
  const t = useT()
  const space = useSpace()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const pages = usePages(space.id)
  const create = useCreatePage(space.id)
  const [parent, setParent] = useState(params.get('sous') ?? TOP)
  const [template, setTemplate] = useState(BLANK)
  const places = linesOf(treeOf(pages.data ?? []))
  const isKnown = places.some(({ page }) => page.id === parent)
  const submit = (values: FormData): void =>
    create.mutate(
      {
        title: textOf(values, 'title').trim(),
        parentId: isKnown ? parent : null,
        templateId: template === BLANK ? null : template,
      },
      { onSuccess: (page) => void navigate(paths.page(page.id), { replace: true, state: { write: true } }) },
    )
  return (
    <div className="page-inner">
      <PageHead title={t('newPage.title')} />
      <Form
        error={create.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
              {t('newPage.act')}
            </Button>
            <LinkButton to={paths.spacePages(space.slug)} variant="quiet" wide="phone">
              {t('ui.cancel')}
            </LinkButton>
          </>
        }
      >
        <Field
          name="title"
          label={t('newPage.name')}
          hint={t('newPage.nameHint')}
          maxLength={200}
          autoComplete="off"
          isRequired
        />
        {places.length > 0 && (
          <ParentSelect
            label={t('newPage.parent')}
            top={t('newPage.top')}
            lines={places}
            name={(title) => t('newPage.under', { title })}
            value={isKnown ? parent : TOP}
            onChange={setParent}
          />
        )}
        <TemplateChoice value={template} onChange={setTemplate} />
      </Form>
    </div>
  )
}
