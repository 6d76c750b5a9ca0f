import type { PersonCard, SiteRole } from '@cenacle/contract/person'
import { Check, X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useSay } from './texts/say.ts'
import { classes } from '../../ui/classes.ts'
import { Field } from '../../ui/Field.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { usePeople } from './api.ts'
import { aboutPerson } from './person-texts.ts'
import styles from './PeoplePicker.module.css'

interface PickerProps {
  label: string
  chosen: readonly PersonCard[]
  onChange: (people: PersonCard[]) => void
  /** People who are in already, or oneself. */
  without: ReadonlySet<string>
  /** People of this role alone; otherwise everybody who is no guest. */
  only?: SiteRole
}

/** Several people out of the directory: who is chosen stays in sight while one searches for the next. */
export function PeoplePicker({ label, chosen, onChange, without, only }: PickerProps) {
  const t = useSay()
  const [wanted, setWanted] = useState('')
  const people = usePeople(useDeferredValue(wanted.trim()))
  const listed = (people.data?.items ?? []).filter(
    ({ id, role }) => !without.has(id) && (only === undefined ? role !== 'guest' : role === only),
  )
  const chosenIds = new Set(chosen.map((person) => person.id))
  const remove = (id: string): void => onChange(chosen.filter((person) => person.id !== id))
  const select = (keys: 'all' | Iterable<unknown>): void => {
    const selected = keys === 'all' ? new Set(listed.map((person) => person.id)) : new Set(keys)
    const elsewhere = chosen.filter((person) => !listed.some(({ id }) => id === person.id))
    onChange([...elsewhere, ...listed.filter((person) => selected.has(person.id))])
  }
  return (
    <div className={styles['picker']}>
      <Field label={label} type="search" placeholder={t('people.find')} value={wanted} onChange={setWanted} />
      <VisuallyHidden role="status">{t('people.chosen', { count: chosen.length })}</VisuallyHidden>
      {chosen.length > 0 && (
        <div className={styles['chips']}>
          {chosen.map((person) => (
            <Button
              key={person.id}
              className={styles['chip'] ?? ''}
              aria-label={t('people.unchoose', { name: person.name })}
              onPress={() => remove(person.id)}
            >
              <Portrait person={person} size="small" />
              {person.name}
              <X size={15} aria-hidden />
            </Button>
          ))}
        </div>
      )}
      <ErrorNotice error={people.error} />
      <ListBox
        aria-label={t('people.list')}
        className={styles['list'] ?? ''}
        items={listed}
        selectionMode="multiple"
        selectedKeys={chosenIds}
        onSelectionChange={select}
        renderEmptyState={() =>
          !people.isPending && <p className={classes('muted', styles['nobody'])}>{t('people.nobody')}</p>
        }
      >
        {(person) => (
          <ListBoxItem
            id={person.id}
            textValue={`${person.name} ${aboutPerson(person)}`}
            className={styles['person'] ?? ''}
          >
            <Portrait person={person} size="small" />
            <span className={styles['text']}>
              <span>{person.name}</span>
              <span className="small muted">{aboutPerson(person)}</span>
            </span>
            <Check size={18} strokeWidth={3} aria-hidden className={styles['check']} />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
