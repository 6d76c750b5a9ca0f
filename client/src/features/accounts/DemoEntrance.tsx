import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { DemoAnswer } from '@cenacle/contract/session'
import { useSay } from './texts/say.ts'
import { classes } from '../../ui/classes.ts'
import { Field } from '../../ui/Field.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useSignIn } from './api.ts'
import { type DemoPerson, grouped, suggested } from './demo-people.ts'
import styles from './DemoEntrance.module.css'

interface PersonProps {
  person: DemoPerson
  note: string
  compact?: boolean
  isPending: boolean
  onEnter: () => void
}

function PersonButton({ person, note, compact, isPending, onEnter }: PersonProps) {
  return (
    <Button className={classes(styles['person'], compact && styles['compact'])} isPending={isPending} onPress={onEnter}>
      <Portrait person={person} size={compact ? 'small' : 'normal'} />
      <span className={styles['text']}>
        <span className={styles['name']}>{person.name}</span>
        <span className="small muted">{note}</span>
      </span>
      <ArrowRight size={18} aria-hidden />
    </Button>
  )
}

/** One press and one is in: a few people to begin with, then everybody. */
export function DemoEntrance({ demo }: { demo: DemoAnswer }) {
  const t = useSay()
  const [wanted, setWanted] = useState('')
  const signIn = useSignIn()
  const enter = (person: DemoPerson) => ({
    person,
    isPending: signIn.isPending && signIn.variables.email === person.email,
    onEnter: () => signIn.mutate({ email: person.email, password: demo.password }),
  })
  const groups = grouped(demo.people, wanted)
  const found = groups.reduce((sum, group) => sum + group.people.length, 0)
  return (
    <div className={styles['entrance']}>
      <ErrorNotice error={signIn.error} />
      <ul className="ruled" aria-label={t('demo.suggested')}>
        {suggested(demo.people).map(({ angle, person }) => (
          <li key={person.id}>
            <PersonButton {...enter(person)} note={t(`demo.as.${angle}`)} />
          </li>
        ))}
      </ul>
      <section className={styles['everybody']} aria-labelledby="everybody">
        <h2 id="everybody">{t('demo.everybody')}</h2>
        <Field label={t('demo.find')} type="search" value={wanted} onChange={setWanted} />
        <VisuallyHidden role="status">{wanted && t('demo.found', { count: found })}</VisuallyHidden>
        {groups.length === 0 && <p className="muted">{t('demo.nobody', { wanted })}</p>}
        {groups.map((group) => (
          <div key={group.role} className={styles['group']}>
            <h3 className="caption">{t(`demo.group.${group.role}`, { count: group.people.length })}</h3>
            <ul className={styles['columns']}>
              {group.people.map((person) => (
                <li key={person.id}>
                  <PersonButton {...enter(person)} note={person.headline || t(`role.${person.role}`)} compact />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </div>
  )
}
