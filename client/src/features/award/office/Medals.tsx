import { useState } from 'react'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Deliberated, useDeliberate } from './api.ts'
import { isSkipped, withMedal } from './deliberating.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'
import { WithholdDialog } from './WithholdDialog.tsx'

interface MedalsProps {
  editionId: string
  category: Deliberated
  canDecide: boolean
}

/** Who gets what as things stand, and medals that nobody gets. */
export function Medals({ editionId, category, canDecide }: MedalsProps) {
  const t = useSay()
  const [asked, setAsked] = useState<string>()
  const deliberate = useDeliberate(editionId, category.id)
  const reasonOf = new Map(category.withheld.map(({ medal, reason }) => [medal, reason]))
  const decide = (medal: string, reason: string | undefined): void =>
    deliberate.mutate(withMedal(category, medal, reason), {
      onSuccess: () => {
        toast(t(reason === undefined ? 'withhold.undone' : 'withhold.done', { medal }))
        setAsked(undefined)
      },
    })
  return (
    <>
      <ol className={styles['medals']} aria-label={t('medals.title')}>
        {category.levels.map(({ medal, winners, withheld }, index) => (
          <li key={medal} className={styles['medal']}>
            <p className="caption">{medal}</p>
            <div className={styles['text']}>
              {winners.map(({ id, title, organisation }) => (
                <p key={id}>
                  <span className={styles['winner']}>{title}</span> <span className="muted">{organisation}</span>
                </p>
              ))}
              {winners.length > 1 && (
                <p>
                  <Badge>{t('medals.tied', { count: winners.length })}</Badge>
                </p>
              )}
              {withheld ? (
                <p>
                  {t('medals.withheld')} {reasonOf.get(medal)}
                </p>
              ) : (
                winners.length === 0 && (
                  <p className="muted">{t(isSkipped(category.levels, index) ? 'medals.skipped' : 'medals.nobody')}</p>
                )
              )}
            </div>
            {canDecide && (withheld || winners.length > 0) && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('named', { act: t(withheld ? 'withhold.undo' : 'withhold.act'), name: medal })}
                onPress={() => (withheld ? decide(medal, undefined) : setAsked(medal))}
              >
                {t(withheld ? 'withhold.undo' : 'withhold.act')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {asked === undefined && <ErrorNotice error={deliberate.error} />}
      {asked !== undefined && (
        <WithholdDialog
          medal={asked}
          error={deliberate.error}
          isPending={deliberate.isPending}
          onClose={() => setAsked(undefined)}
          onSubmit={(reason) => decide(asked, reason)}
        />
      )}
    </>
  )
}
