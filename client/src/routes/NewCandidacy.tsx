import type { PersonCard } from '@cenacle/contract/person'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { PeoplePicker } from '../features/spaces/PeoplePicker.tsx'
import type { Candidacy } from '../features/votes/api.ts'
import { CandidacyForm } from '../features/votes/CandidacyForm.tsx'
import { useSay } from '../features/votes/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** A proposal by a member, a filing by the administration; everybody else has the public form. */
export function NewCandidacy() {
  const t = useSay()
  const session = useSession()
  const navigate = useNavigate()
  const [sponsor, setSponsor] = useState<PersonCard>()
  const done = (candidacy: Candidacy): void => {
    toast(t('candidacy.sent'))
    void navigate(paths.candidacy(candidacy.id), { replace: true })
  }
  return (
    <div className="page page-narrow">
      <Loaded query={session}>
        {(me) => {
          const hasSeat = me?.role === 'member'
          if (!me || !(hasSeat || me.administrator)) return <Navigate to={paths.apply} replace />
          return (
            <>
              <PageHead title={t('candidacy.new')} lede={t(hasSeat ? 'candidacy.newLede' : 'candidacy.newLedeAdmin')} />
              <CandidacyForm
                authorId={me.id}
                sponsorId={sponsor?.id ?? null}
                sponsor={
                  !hasSeat && (
                    <PeoplePicker
                      label={t('candidacy.sponsor')}
                      chosen={sponsor ? [sponsor] : []}
                      onChange={(people) => setSponsor(people.at(-1))}
                      without={new Set([me.id])}
                    />
                  )
                }
                onDone={done}
              />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
