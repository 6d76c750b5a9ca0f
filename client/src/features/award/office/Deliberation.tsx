import type { DeliberationAnswer } from '@cenacle/contract/award-jury'
import type { TallyAnswer } from '@cenacle/contract/vote-result'
import type { ComponentType } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { Deliberated, Edition } from './api.ts'
import { levelsOf, namesOf, tieOf } from './deliberating.ts'
import { EmbargoForm } from './EmbargoForm.tsx'
import { Medals } from './Medals.tsx'
import styles from './Office.module.css'
import { Signatures } from './Signatures.tsx'
import { useSay } from './texts/say.ts'
import { Ties } from './Ties.tsx'

/** The picture of a tally; of the votes, so the screen hands it over. */
export type Picture = ComponentType<{ tally: TallyAnswer; names: ReadonlyMap<string, string> }>

interface OfProps {
  editionId: string
  category: Deliberated
  canDecide: boolean
  Picture: Picture
}

/** What one jury found, who gets what, and what may be decided about it. */
function OfCategory({ Picture, ...props }: OfProps) {
  const t = useSay()
  const { id, name, question, voters, roll, blank, tally } = props.category
  return (
    <section className={styles['section']} aria-labelledby={`of-${id}`}>
      <h2 id={`of-${id}`}>{bindPunctuation(name)}</h2>
      <p>{bindPunctuation(question)}</p>
      <p className="small muted">
        {t('deliberation.turnout', { count: voters, roll })} {blank > 0 && t('deliberation.blank', { count: blank })}
      </p>
      <Medals {...props} />
      <Ties {...props} />
      {voters > blank && <Picture tally={tally} names={namesOf(props.category)} />}
    </section>
  )
}

interface DeliberationProps {
  edition: Edition
  answer: DeliberationAnswer
  Picture: Picture
}

/** Between the close of the juries and the seal: results, exact ties, medals, signatures. */
export function Deliberation({ edition, answer, Picture }: DeliberationProps) {
  const t = useSay()
  const { palmares, can } = answer
  const open = palmares.categories.reduce(
    (sum, category) => sum + levelsOf(category).filter((level) => !tieOf(category, level)).length,
    0,
  )
  return (
    <>
      <PageHead
        title={t('deliberation.title', { count: open })}
        tabTitle={t('deliberation.tab')}
        lede={t('deliberation.help')}
      />
      <div className="stack-loose">
        {palmares.categories.map((category) => (
          <OfCategory
            key={category.id}
            editionId={edition.id}
            category={category}
            canDecide={can.decide}
            Picture={Picture}
          />
        ))}
        <Signatures editionId={edition.id} answer={answer} />
        <details className={styles['unfold']}>
          <summary>{t('deliberation.embargo')}</summary>
          <EmbargoForm key={edition.embargoAt} edition={edition} />
        </details>
      </div>
    </>
  )
}
