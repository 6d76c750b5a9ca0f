import type { PersonCard } from '@cenacle/contract/person'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PeoplePicker } from '../features/spaces/PeoplePicker.tsx'
import type { Candidacy } from '../features/votes/api.ts'
import { CandidacyForm } from '../features/votes/CandidacyForm.tsx'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { useSay } from '../features/votes/texts/say.ts'

function Received() {
  const t = useSay()
  return <PageHead title={t('candidacy.received')} lede={t('candidacy.receivedHelp')} />
}

/** Asks for a seat: the public form for who has no account, a proposal for a member, a filing for the administration. */
export function NewCandidacy() {
  const t = useSay()
  const session = useSession()
  const navigate = useNavigate()
  const [isReceived, setReceived] = useState(false)
  const [sponsor, setSponsor] = useState<PersonCard>()
  const done = (candidacy: Candidacy): void => {
    if (!session.data || session.data.role === 'candidate') return setReceived(true)
    toast(t('candidacy.sent'))
    void navigate(paths.candidacy(candidacy.id), { replace: true })
  }
  if (isReceived)
    return (
      <div className="page page-narrow">
        <Received />
      </div>
    )
  return (
    <div className="page page-narrow">
      <Loaded query={session}>
        {(me) => {
          const isOwn = me === null || me.role === 'candidate'
          const hasSeat = me?.role === 'member'
          const lede = isOwn ? 'candidacy.applyLede' : hasSeat ? 'candidacy.newLede' : 'candidacy.newLedeAdmin'
          return (
            <>
              <PageHead title={t(isOwn ? 'candidacy.apply' : 'candidacy.new')} lede={t(lede)} />
              <CandidacyForm
                authorId={isOwn ? undefined : me.id}
                sponsorId={sponsor?.id ?? null}
                sponsor={
                  !isOwn &&
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
