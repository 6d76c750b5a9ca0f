import { useNavigate } from 'react-router'
import { TopicForm } from '../features/forum/TopicForm.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** Opens a topic in a space: its title and its first message, on one screen. */
export function NewTopic() {
  const t = useT()
  const me = useMe()
  const space = useSpace()
  const navigate = useNavigate()
  return (
    <div className="page-inner">
      <PageHead title={t('topics.ask')} tabTitle={t('topics.new')} lede={t('topics.askLede', { space: space.name })} />
      <TopicForm
        spaceId={space.id}
        personId={me.id}
        onDone={(topic) => {
          toast(t('topics.published'))
          void navigate(paths.topic(topic.id), { replace: true })
        }}
      />
    </div>
  )
}
