import { Select } from '../../../ui/Select.tsx'
import { useTemplate, useTemplates } from './api.ts'
import { Preview } from './Preview.tsx'
import { useSay } from '../tree/texts/say.ts'

export const BLANK = 'blank'

/** What a page begins with: nothing, or a template, which is shown. */
export function TemplateChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useSay()
  const templates = useTemplates()
  const chosen = useTemplate(value === BLANK ? undefined : value)
  if (!templates.data || templates.data.length === 0) return null
  return (
    <>
      <Select
        label={t('newPage.template')}
        value={value}
        onChange={onChange}
        options={[
          { id: BLANK, label: t('newPage.blank'), hint: t('newPage.blankHint') },
          ...templates.data.map(({ id, name, hint }) => ({ id, label: name, hint })),
        ]}
      />
      {value !== BLANK && chosen.data && (
        <Preview html={chosen.data.html} label={t('newPage.preview', { name: chosen.data.name })} />
      )}
    </>
  )
}
