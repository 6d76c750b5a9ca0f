import type { Me } from '@cenacle/contract/person'
import { type Ref, useImperativeHandle, useRef } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { asProblem } from '../../lib/problem.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { type NewPost, type Post, type Sending, type Topic, useReply } from './api.ts'
import { Pending } from './Pending.tsx'
import { quote, quoteSelection, withQuote } from './quote.ts'
import { ReplyBox } from './ReplyBox.tsx'
import { useSayKept } from './use-say-kept.ts'

export interface ReplyHandle {
  /** Puts a quotation into the reply. @param selected as it was seen; the whole post without it */
  quote: (post: Post, selected: string | undefined) => void
}
interface ReplyProps {
  ref: Ref<ReplyHandle>
  topic: Topic
  me: Me
  /** The reply stands at this number. */
  onSent: (number: number, block: ScrollLogicalPosition) => void
}

/** The box in which one answers, and one's answer while it is on its way. */
export function Reply({ ref, topic, me, onSent }: ReplyProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const kept = useDraft(me.id, `reply.${topic.id}`)
  const { draft, setDraft, clear } = kept
  const reply = useReply(topic, clear, (post) => onSent(post.number, 'nearest'))
  // Two presses in one moment come before the box has gone: the second is the same reply.
  const lastKey = useRef('')
  const send = (next: Sending<NewPost>): void => {
    if (lastKey.current === next.sendKey) return
    lastKey.current = next.sendKey
    reply.mutate(next)
  }
  useSayKept(kept.isKept && (draft.text.trim() !== '' || draft.poll !== undefined))
  useImperativeHandle(ref, () => ({
    quote: (post, selected) => {
      const values = { number: post.number, link: paths.topic(topic.id, post.number) }
      const attribution = post.author
        ? t('quote.of', { ...values, name: post.author.name })
        : t('quote.someone', values)
      const quotation = selected ? quoteSelection(attribution, selected) : quote(attribution, post.body)
      setDraft({ ...draft, text: withQuote(draft.text, quotation) })
      const area = box.current?.querySelector('textarea')
      area?.focus()
      area?.scrollIntoView({ block: 'center' })
    },
  }))
  const takeBack = (): void => {
    lastKey.current = ''
    reply.reset()
  }
  // What the server refuses in the text is shown at its field, where it can be mended.
  const isRefused = (asProblem(reply.error)?.errors.length ?? 0) > 0
  const sent = reply.variables
  if (sent && (reply.isPending || (reply.isError && !isRefused)))
    return (
      <Pending
        me={me}
        body={sent.body.body}
        hasPoll={sent.body.poll !== undefined}
        error={reply.isPending ? null : reply.error}
        onRetry={() => reply.mutate(sent)}
        onTakeBack={takeBack}
      />
    )
  return <ReplyBox boxRef={box} kept={kept} error={reply.error} onSend={send} />
}
