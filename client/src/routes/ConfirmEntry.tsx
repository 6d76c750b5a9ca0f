import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useConfirmEntry } from '../features/award/jury/api.ts'
import { ClosedCall } from '../features/award/jury/ClosedCall.tsx'
import { NextSteps } from '../features/award/jury/NextSteps.tsx'
import { useSay } from '../features/award/jury/texts/say.ts'
import { focusHead } from '../lib/arrival.ts'
import { paths } from '../lib/paths.ts'
import { asProblem } from '../lib/problem.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'

function Filed({ title, edition }: { title: string; edition: string }) {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead title={t('confirm.done')} lede={t('confirm.doneLede', { title, edition })} />
      <NextSteps from="check" />
    </div>
  )
}

function Spent() {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead title={t('confirm.spent')} lede={t('confirm.spentLede')} />
      <LinkButton to={paths.calls}>{t('closed.calls')}</LinkButton>
    </div>
  )
}

/** By the secret of the mail's link, its fragment. Each is a screen of its own: another fragment loads nothing anew. */
export function ConfirmEntry() {
  const { hash } = useLocation()
  return <Confirm key={hash} secret={hash.slice(1)} />
}

/** One press files the entry: a mail scanner that follows the link does not. */
function Confirm({ secret }: { secret: string }) {
  const t = useSay()
  const confirm = useConfirmEntry()
  const isSettled = confirm.isSuccess || confirm.isError
  // What was pressed is gone, or has something to say.
  useEffect(() => {
    if (isSettled) focusHead()
  }, [isSettled])
  const code = asProblem(confirm.error)?.code
  if (confirm.data) return <Filed {...confirm.data} />
  // One that was cut short, or left out, is no secret at all.
  if (code === 'link-used' || code === 'invalid' || !secret) return <Spent />
  if (code === 'call-closed') return <ClosedCall lede={t('confirm.closedLede')} />
  return (
    <div className="page page-narrow">
      <PageHead title={t('confirm.title')} lede={t('confirm.lede')} />
      <div className="stack">
        <ErrorNotice error={confirm.error} />
        <div>
          <Button variant="primary" wide="phone" isPending={confirm.isPending} onPress={() => confirm.mutate(secret)}>
            {t('confirm.act')}
          </Button>
        </div>
      </div>
    </div>
  )
}
