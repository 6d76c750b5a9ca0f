import type { College } from '@cenacle/contract/person'
import { useT } from '../../i18n/i18n.tsx'
import { RadioCards } from '../../ui/Choice.tsx'

/** The parity college, and why it is asked. */
export function CollegeChoice({ value, onChange }: { value: College; onChange: (college: College) => void }) {
  const t = useT()
  return (
    <RadioCards
      inline
      label={t('college.label')}
      hint={t('college.why')}
      value={value}
      onChange={onChange}
      options={[
        { id: 'woman', label: t('college.woman') },
        { id: 'man', label: t('college.man') },
        { id: 'undeclared', label: t('college.undeclared') },
      ]}
    />
  )
}
