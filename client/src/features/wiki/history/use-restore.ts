import type { DiffAnswer } from '@cenacle/contract/history'
import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { asProblem } from '../../../lib/problem.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { toast } from '../../../ui/toasts.ts'
import { type HistoryAct, useChangeHistory } from './api.ts'
import { useSay } from './texts/say.ts'

/** Says that something came back, and undoes it where one asks. */
export function useUndoable(pageId: string) {
  const t = useSay()
  const { locale } = useI18n()
  const { mutate } = useChangeHistory(pageId)
  const failed = (error: unknown): void => toast(problemText(error, locale, t).title)
  const undo = (seq: number): void =>
    mutate(
      { act: 'undo', seq },
      {
        onSuccess: () => toast(t('history.undone')),
        onError: (error) => (asProblem(error)?.status === 409 ? toast(t('history.undoTooLate')) : failed(error)),
      },
    )
  return {
    failed,
    /** @param seq of the edit that brought it back; null where the page was like that */
    done(seq: number | null, said: string): void {
      if (seq === null) toast(t('history.passageSame'))
      else toast(said, { label: t('history.undo'), onPress: () => undo(seq) })
    },
  }
}

/** Takes one change of a comparison back. `pending`: which one is on its way. */
export function useRestorePassage(pageId: string, { from, to }: DiffAnswer) {
  const t = useSay()
  const { mutate } = useChangeHistory(pageId)
  const undoable = useUndoable(pageId)
  const [pending, setPending] = useState<number>()
  return {
    pending,
    act(change: number): void {
      const passage: HistoryAct = { act: 'passage', from, to, change }
      setPending(change)
      mutate(passage, {
        onSuccess: (answer) => undoable.done(answer?.seq ?? null, t('history.passageRestored')),
        onError: undoable.failed,
        onSettled: () => setPending(undefined),
      })
    },
  }
}
