import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useT } from '../i18n/i18n.tsx'
import { Button } from './Button.tsx'
import { ErrorNotice } from './Notice.tsx'

/** « Afficher la suite » under a list read by cursor; nothing at its end. */
export function More<T>({ query, label }: { query: UseInfiniteQueryResult<InfiniteData<T>>; label?: string }) {
  const t = useT()
  if (query.isFetchNextPageError) return <ErrorNotice error={query.error} onRetry={() => void query.fetchNextPage()} />
  if (!query.hasNextPage) return null
  return (
    <div>
      <Button wide="phone" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {label ?? t('ui.more')}
      </Button>
    </div>
  )
}
