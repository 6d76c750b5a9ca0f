import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { useDraft } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Post, useEditPost } from './api.ts'
import { FormatHints } from './FormatHints.tsx'

/** Changes one's own post in its place. Its draft is another than the reply's. */
export function EditPost({ post, personId, onClose }: { post: Post; personId: string; onClose: () => void }) {
  const t = useT()
  const { draft, setDraft, clear } = useDraft(personId, `edit.${post.id}`)
  const text = draft.text || post.body
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('textarea')?.focus()
  }, [])
  const edit = useEditPost(post, () => {
    clear()
    toast(t('post.saved'))
    onClose()
  })
  const cancel = (): void => {
    clear()
    onClose()
  }
  return (
    <div ref={box}>
      <Form
        error={edit.error}
        onSubmit={() => edit.mutate(text)}
        actions={
          <>
            <Button type="submit" variant="primary" isPending={edit.isPending}>
              {t('ui.save')}
            </Button>
            <Button variant="quiet" onPress={cancel}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <TextArea
          name="body"
          label={t('post.editLabel')}
          value={text}
          onChange={(next) => setDraft({ text: next })}
          rows={6}
          maxLength={20_000}
          isRequired
        />
        <FormatHints />
      </Form>
    </div>
  )
}
