import { useSearchParams } from 'react-router'
import { type Narrowing, type SearchKind, useSearch } from '../features/search/api.ts'
import { asParams, narrowingOf } from '../features/search/narrowing.ts'
import { Filters } from '../features/search/Filters.tsx'
import { Results } from '../features/search/Results.tsx'
import styles from '../features/search/Results.module.css'
import { useEverybody, useSpaces } from '../features/spaces/api.ts'
import { useSay } from '../features/search/texts/say.ts'
import { useSession } from '../lib/session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { textOf } from '../ui/text-of.ts'
import { More } from '../ui/More.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const kinds = ['topic', 'post', 'page', 'candidacy', 'decision'] as const satisfies readonly SearchKind[]

/** Everything that is open to the viewer and says these words. The address holds the question, so it can be shared. */
export function Search() {
  const t = useSay()
  const [params, setParams] = useSearchParams()
  const q = params.get('q')?.trim() ?? ''
  const kind = kinds.find((known) => known === params.get('parmi'))
  const narrowing = narrowingOf(params)
  const search = useSearch(q, kind, narrowing)
  const { data: me } = useSession()
  const spaces = useSpaces()
  const people = useEverybody(me != null && q !== '')
  const go = (words: string, among: SearchKind | undefined, by: Narrowing = narrowing): void =>
    setParams({
      ...(words && { q: words }),
      ...(among && { parmi: among }),
      ...asParams(by),
    })
  const items = search.data?.pages.flatMap((page) => page.items) ?? []
  const total = search.data?.pages[0]?.total ?? 0
  return (
    <div className="page page-medium">
      <PageHead title={q ? t('search.titleFor', { q }) : t('search.title')} lede={q ? undefined : t('search.start')} />
      <div className="stack">
        <search>
          <Form key={q} onSubmit={(values) => go(textOf(values, 'q').trim(), kind)} actions={null}>
            <div className={styles['form']}>
              <Field name="q" type="search" label={t('search.label')} defaultValue={q} maxLength={200} />
              <Button type="submit" variant={q ? 'secondary' : 'primary'} wide="phone">
                {t('search.act')}
              </Button>
            </div>
          </Form>
        </search>
        {q && (
          <>
            <div className={classes('more-aside', styles['kinds'])} role="group" aria-label={t('search.kind')}>
              {[undefined, ...kinds].map((one) => (
                <button
                  key={one ?? 'all'}
                  type="button"
                  className="pill"
                  aria-pressed={one === kind}
                  onClick={() => go(q, one)}
                >
                  {t(`search.kind.${one ?? 'all'}`)}
                </button>
              ))}
            </div>
            <Filters
              narrowing={narrowing}
              spaces={(spaces.data ?? []).map(({ id, name }) => ({ id, label: name }))}
              people={(people.data ?? []).map(({ id, name }) => ({ id, label: name }))}
              onChange={(by) => go(q, kind, by)}
            />
            {search.isPending && <Skeleton lines={6} />}
            {!search.isFetchNextPageError && <ErrorNotice error={search.error} onRetry={() => void search.refetch()} />}
            {search.data && (
              <>
                <output className="muted">
                  {total === 0 ? t('search.none', { q }) : t('search.total', { count: total })}
                </output>
                {total === 0 ? <p className="muted">{t('search.noneHelp')}</p> : <Results items={items} />}
                <More query={search} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  )
}
