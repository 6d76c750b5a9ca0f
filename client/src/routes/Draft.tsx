import { useNavigate, useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import type { Vote } from '../features/votes/api.ts'
import { type Draft as DraftData, useQuestionDraft } from '../features/votes/deciding/api.ts'
import { DraftView } from '../features/votes/deciding/DraftView.tsx'
import { DecisionForm } from '../features/votes/deciding/DecisionForm.tsx'
import { Source } from '../features/votes/Source.tsx'
import { useSay } from '../features/votes/texts/say.ts'
import { ComparisonView } from '../features/wiki/revisions/ComparisonView.tsx'
import { bindPunctuation } from '../i18n/typeset.ts'
import { paths } from '../lib/paths.ts'
import { useInPlace } from '../lib/place.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

function Question({ draft }: { draft: DraftData }) {
  const t = useSay()
  const navigate = useNavigate()
  const space = useSpaceQuery(draft.spaceId)
  useInPlace(space.data)
  const opened = (vote: Vote): void => {
    toast(t('decision.opened'))
    void navigate(paths.vote(vote.id), { replace: true })
  }
  const kept = ({ status }: DraftData): void => {
    toast(t(status === 'scheduled' ? 'decide.scheduled' : 'decide.kept'))
    void navigate(space.data ? paths.spaceVotes(space.data.slug) : paths.votes, { replace: true })
  }
  return (
    <>
      <PageHead above={t('decide.change')} title={bindPunctuation(draft.question)} tabTitle={draft.question}>
        <Source source={draft.source} />
      </PageHead>
      {draft.comparison && (
        <details className="stack">
          <summary>{t('decide.revisionChanges')}</summary>
          <ComparisonView comparison={draft.comparison} />
        </details>
      )}
      {draft.can.change ? (
        <DecisionForm
          spaceId={draft.spaceId}
          draft={draft}
          revised={draft.comparison ? (draft.source?.title ?? '') : undefined}
          onOpened={opened}
          onKept={kept}
        />
      ) : (
        <DraftView draft={draft} />
      )}
    </>
  )
}

/** A question that is not open yet. */
export function Draft() {
  const { id = '' } = useParams()
  return (
    <div className="page page-medium">
      <Loaded query={useQuestionDraft(id)}>{(draft) => <Question key={draft.id} draft={draft} />}</Loaded>
    </div>
  )
}
