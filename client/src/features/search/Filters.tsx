import { ListFilter } from 'lucide-react'
import { useId, useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Narrowing } from './api.ts'
import { states } from './narrowing.ts'
import styles from './Results.module.css'

const ALL = 'all'

interface Option {
  id: string
  label: string
}
interface FiltersProps {
  narrowing: Narrowing
  spaces: readonly Option[]
  /** Empty where the directory is not for the viewer. */
  people: readonly Option[]
  onChange: (narrowing: Narrowing) => void
}

/** Where, by whom and in which state: shown when asked for, and as long as one of them narrows the search. */
export function Filters({ narrowing, spaces, people, onChange }: FiltersProps) {
  const t = useSay()
  const id = useId()
  const { spaceId, authorId, state } = narrowing
  const isNarrowed = spaceId !== undefined || authorId !== undefined || state !== undefined
  const [asked, setAsked] = useState(false)
  const isShown = asked || isNarrowed
  const pick = (what: keyof Narrowing) => (value: string) =>
    onChange({ ...narrowing, [what]: value === ALL ? undefined : value })
  return (
    <div className={styles['filters']}>
      <Button
        size="small"
        variant="quiet"
        aria-expanded={isShown}
        aria-controls={id}
        onPress={() => (isNarrowed ? onChange({}) : setAsked(!asked))}
      >
        <ListFilter size={17} aria-hidden /> {t(isNarrowed ? 'search.clear' : 'search.narrow')}
      </Button>
      <div id={id} className={styles['choices']} hidden={!isShown}>
        <Select
          label={t('search.space')}
          options={[{ id: ALL, label: t('search.anySpace') }, ...spaces]}
          value={spaceId ?? ALL}
          onChange={pick('spaceId')}
        />
        {people.length > 0 && (
          <Select
            label={t('search.author')}
            options={[{ id: ALL, label: t('search.anyAuthor') }, ...people]}
            value={authorId ?? ALL}
            onChange={pick('authorId')}
          />
        )}
        <Select
          label={t('search.state')}
          options={[
            { id: ALL, label: t('search.anyState') },
            ...states.map((one) => ({ id: one, label: t(`search.state.${one}`) })),
          ]}
          value={state ?? ALL}
          onChange={pick('state')}
        />
      </div>
    </div>
  )
}
