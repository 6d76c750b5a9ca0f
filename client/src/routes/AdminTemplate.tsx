import { useParams } from 'react-router'
import { useTemplate } from '../features/wiki/templates/api.ts'
import { TemplateForm } from '../features/wiki/templates/TemplateForm.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/tree/texts/say.ts'

/** Writing one template, or a new one. */
export function AdminTemplate() {
  const t = useSay()
  const { id = '' } = useParams()
  const isNew = id === 'nouveau'
  const template = useTemplate(isNew ? undefined : id)
  if (isNew)
    return (
      <>
        <PageHead title={t('templates.new')} />
        <TemplateForm />
      </>
    )
  return (
    <Loaded query={template}>
      {(answer) => (
        <>
          <PageHead title={t('templates.edit', { name: answer.name })} />
          <TemplateForm key={answer.id} template={answer} />
        </>
      )}
    </Loaded>
  )
}
