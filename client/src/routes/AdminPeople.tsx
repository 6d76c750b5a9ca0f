import { useDeferredValue, useState } from 'react'
import { AccountLine } from '../features/admin/AccountLine.tsx'
import { useAccounts } from '../features/admin/api.ts'
import { useSay } from '../features/admin/texts/say.ts'
import { Field } from '../ui/Field.tsx'
import { More } from '../ui/More.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** Everybody who has an account, with role and state. */
export function AdminPeople() {
  const t = useSay()
  const [wanted, setWanted] = useState('')
  const people = useAccounts(useDeferredValue(wanted.trim()))
  const items = people.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead
        title={t('admin.peopleTitle')}
        tabTitle={`${t('admin.people')}, ${t('app.administration')}`}
        lede={t('admin.peopleLede')}
      />
      <div className="stack">
        <Field label={t('admin.find')} type="search" autoComplete="off" value={wanted} onChange={setWanted} />
        {people.isPending && <Skeleton lines={6} />}
        {!people.isFetchNextPageError && <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />}
        {people.data && items.length === 0 && (
          <p className="muted" role="status">
            {t('admin.nobody')}
          </p>
        )}
        {items.length > 0 && (
          <ul className="ruled" aria-label={t('admin.peopleList')}>
            {items.map((person) => (
              <AccountLine key={person.id} person={person} />
            ))}
          </ul>
        )}
        <More query={people} />
      </div>
    </>
  )
}
