import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'
import { type KeptLine, readLines, receipts } from '../../../lib/receipts.ts'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import type { Result, Vote, VoteLog } from '../api.ts'
import vote from '../Vote.module.css'
import { checkAll } from './check.ts'
import { CheckedNotice } from './CheckedNotice.tsx'
import { saveJson } from '../../../lib/save-file.ts'
import styles from './Secret.module.css'
import { useSaySecret } from './texts/say.ts'

/** Receipts of this vote in a file that was saved; undefined where there are none. */
async function readFile(file: File | undefined, voteId: string): Promise<KeptLine[] | undefined> {
  try {
    const saved = JSON.parse((await file?.text()) ?? '') as { vote?: unknown; lines?: unknown }
    return saved.vote === voteId ? readLines(saved.lines) : undefined
  } catch {
    return undefined
  }
}

/** All that a check needs, read when it is asked for. */
const usePapers = (voteId: string, enabled: boolean) =>
  useQuery({
    queryKey: keys.published(voteId),
    enabled,
    queryFn: async () => {
      // The list first: whoever reads it first closes the vote, and the log then tells of it.
      const published = await http.get<PublishedAnswer>(`/api/votes/${voteId}/published`)
      const [log, result] = await Promise.all([
        http.get<VoteLog>(`/api/votes/${voteId}/log`),
        http.get<Result>(`/api/votes/${voteId}/result`),
      ])
      return { published, log, result }
    },
  })

/** After the close: finds one's lines in the published list and counts the list again, in this browser. */
export function CheckReceipt({ vote: of }: { vote: Vote }) {
  const t = useSaySecret()
  const me = useMe()
  const [own, setOwn] = useState(() => receipts.read(me.id, of.id)?.attempts.flat() ?? [])
  const [asked, setAsked] = useState(false)
  const [isUnreadable, setUnreadable] = useState(false)
  const papers = usePapers(of.id, asked)
  const open = async (files: FileList | null): Promise<void> => {
    const lines = await readFile(files?.[0], of.id)
    setUnreadable(lines === undefined)
    if (lines) setOwn(lines)
  }
  const check = (): void => {
    if (asked) void papers.refetch()
    else setAsked(true)
  }
  const act = own.length > 0 ? 'check.act' : 'check.actList'
  return (
    <section className={vote['section']} aria-labelledby="check">
      <h2 id="check" className="caption">
        {t('check.title')}
      </h2>
      <p>{t('check.what')}</p>
      {own.length === 0 && of.hasVoted && <p className="muted">{t('check.noReceipts')}</p>}
      {isUnreadable && (
        <Notice tone="live" role="alert">
          {t('check.unreadable')}
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button wide="phone" isPending={papers.isFetching} onPress={check}>
          {t(papers.isFetching ? 'check.working' : act)}
        </Button>
        {own.length === 0 && of.hasVoted && (
          <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={(files) => void open(files)}>
            <Button wide="phone">{t('check.open')}</Button>
          </FileTrigger>
        )}
      </div>
      <ErrorNotice error={papers.error} onRetry={check} />
      {papers.data && (
        <>
          <CheckedNotice vote={of} checked={checkAll({ vote: of, ...papers.data }, own)} />
          <div>
            <Button variant="quiet" onPress={() => saveJson(`liste-${of.id}.json`, papers.data.published)}>
              {t('check.download')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
