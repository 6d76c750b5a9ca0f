import { useState } from 'react'
import { type Category, type Edition, useEntries, useJury } from '../features/award/jury/api.ts'
import { AskTies } from '../features/award/jury/AskTies.tsx'
import { Dossier } from '../features/award/jury/Dossier.tsx'
import { EditionAbove } from '../features/award/jury/EditionAbove.tsx'
import { OwnConflicts } from '../features/award/jury/OwnConflicts.tsx'
import { NoTiesCheck } from '../features/award/jury/NoTiesCheck.tsx'
import { Sealed } from '../features/award/jury/Sealed.tsx'
import { useNoTies } from '../features/award/jury/use-no-ties.ts'
import { Withdrawn } from '../features/award/jury/Withdrawn.tsx'
import type { Vote } from '../features/votes/api.ts'
import type { OptionFile } from '../features/votes/ballots/use-ballot.ts'
import { type JuryParts, JuryView } from '../features/votes/JuryView.tsx'

interface Jury {
  edition: Edition
  category: Category
}

/** One jury of the award, with what the award says about it. */
export function OneJury({ vote }: { vote: Vote }) {
  const found = useJury(vote.id)
  // Once recused, one no longer reads which jury this was.
  const [out, setOut] = useState<Jury>()
  const jury = out ?? found.data ?? undefined
  const entries = useEntries(jury?.edition.id)
  const noTies = useNoTies(jury)
  if (out) return <Withdrawn {...out} />
  const file = (option: string): OptionFile | undefined => {
    const entry = entries.data?.find(
      ({ categoryId, optionId }) => categoryId === jury?.category.id && optionId === option,
    )
    return entry && { title: entry.title, by: entry.organisation, about: <Dossier entry={entry} /> }
  }
  const partsOf = ({ edition, category }: Jury): JuryParts => ({
    above: <EditionAbove edition={edition} category={category} />,
    title: category.question,
    sealed: <Sealed edition={edition} />,
    ask: (
      <AskTies
        key={category.id}
        {...{ edition, category }}
        entries={entries.data ?? []}
        noTies={noTies}
        onDeclared={(whole) => whole && setOut({ edition, category })}
      />
    ),
    before: noTies.own === 'nothing' ? { check: <NoTiesCheck noTies={noTies} />, onSent: noTies.sent } : undefined,
    conflicts: (
      <OwnConflicts
        editionId={edition.id}
        categoryId={category.id}
        onDeclared={(whole) => whole && setOut({ edition, category })}
      />
    ),
    files: file,
  })
  return <JuryView vote={vote} parts={jury ? partsOf(jury) : {}} />
}
