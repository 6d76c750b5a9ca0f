import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Deliberated, useDeliberate } from './api.ts'
import { type Level, levelsOf, tieOf, withTie } from './deliberating.ts'
import styles from './Office.module.css'
import { TieDialog } from './TieDialog.tsx'
import { useSay } from './texts/say.ts'

interface TiesProps {
  editionId: string
  category: Deliberated
  canDecide: boolean
}

/** Those that the jury left exactly level: ex æquo, unless the deliberation orders them. */
export function Ties({ editionId, category, canDecide }: TiesProps) {
  const t = useSay()
  const { locale } = useI18n()
  const [asked, setAsked] = useState<Level>()
  const deliberate = useDeliberate(editionId, category.id)
  const titles = new Map(category.nominees.map(({ id, title }) => [id, title]))
  const name = (ids: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(ids.map((id) => titles.get(id) ?? id))
  const decide = (level: Level, tie: Deliberated['ties'][number] | undefined): void =>
    deliberate.mutate(withTie(category, level, tie), {
      onSuccess: () => {
        toast(t(tie ? 'tie.done' : 'tie.undone'))
        setAsked(undefined)
      },
    })
  return (
    <>
      {levelsOf(category).map((level) => {
        const tie = tieOf(category, level)
        return (
          <div key={level.place} className={styles['tie']}>
            <p>
              {tie
                ? t('tie.ordered', { names: name(tie.order) })
                : t('tie.level', { names: name(level.entryIds), place: t('tie.place', { count: level.place }) })}
            </p>
            {tie && <p className="muted">{tie.reason}</p>}
            {canDecide && (
              <div className="row">
                <Button size="small" onPress={() => setAsked(level)}>
                  {t(tie ? 'tie.change' : 'tie.act')}
                </Button>
                {tie && (
                  <Button size="small" variant="quiet" onPress={() => decide(level, undefined)}>
                    {t('tie.undo')}
                  </Button>
                )}
              </div>
            )}
          </div>
        )
      })}
      {asked === undefined && <ErrorNotice error={deliberate.error} />}
      {asked && (
        <TieDialog
          place={asked.place}
          start={tieOf(category, asked) ?? { order: asked.entryIds, reason: '' }}
          titles={titles}
          error={deliberate.error}
          isPending={deliberate.isPending}
          onClose={() => setAsked(undefined)}
          onSubmit={(tie) => decide(asked, tie)}
        />
      )}
    </>
  )
}
