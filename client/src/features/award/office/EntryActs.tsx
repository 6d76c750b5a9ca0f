import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Menu, type MenuAction } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Edition, type Entry, useJudge } from './api.ts'
import { useSay } from './texts/say.ts'
import { type Verdict, VerdictDialog } from './VerdictDialog.tsx'

interface EntryActsProps {
  edition: Edition
  entry: Entry
  /** Before the list is another one. */
  onJudged: () => void
}

/** Whether an entry takes part: one press for yes, a reason for no and for another category. */
export function EntryActs({ edition, entry, onJudged }: EntryActsProps) {
  const t = useSay()
  const [asked, setAsked] = useState<'reject' | 'move'>()
  const { id, title, verdict } = entry
  const judge = useJudge(edition.id, (said) => {
    toast(t(`verdict.done.${said.categoryId ? 'moved' : said.verdict}`, { title }))
    setAsked(undefined)
    onJudged()
  })
  const send = (said: Verdict): void => judge.mutate({ id, ...said })
  const open = (kind: 'reject' | 'move'): void => {
    judge.reset()
    setAsked(kind)
  }
  const accept = (): void => send({ verdict: 'eligible', reason: '' })
  const isPending = verdict === 'pending'
  // Into a category of which one does not decide nothing is put either.
  const others = edition.categories.filter(
    (category) => category.id !== entry.categoryId && category.recused !== 'category',
  )
  const actions: (MenuAction | false)[] = [
    verdict === 'rejected' && { id: 'accept', label: t('verdict.accept'), onAction: accept },
    verdict === 'eligible' && { id: 'reject', label: t('verdict.reject'), onAction: () => open('reject') },
    others.length > 0 && { id: 'move', label: t('verdict.move'), onAction: () => open('move') },
  ]
  if (!entry.can.judge) return <p className="small">{t('entry.notYours')}</p>
  return (
    <>
      <div className="row">
        {isPending && (
          <>
            <Button
              size="small"
              aria-label={t('named', { act: t('verdict.accept'), name: title })}
              isPending={judge.isPending && asked === undefined}
              onPress={accept}
            >
              {t('verdict.accept')}
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('named', { act: t('verdict.reject'), name: title })}
              onPress={() => open('reject')}
            >
              {t('verdict.reject')}
            </Button>
          </>
        )}
        <Menu label={t('entry.menu', { title })} actions={actions.filter((action) => action !== false)} />
      </div>
      {asked === undefined && <ErrorNotice error={judge.error} />}
      {asked && (
        <VerdictDialog
          entry={entry}
          kind={asked}
          others={others}
          error={judge.error}
          isPending={judge.isPending}
          onClose={() => setAsked(undefined)}
          onSubmit={send}
        />
      )}
    </>
  )
}
