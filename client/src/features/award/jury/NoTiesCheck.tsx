import { Checkbox } from '../../../ui/Choice.tsx'
import { useSay } from './texts/say.ts'
import type { NoTies } from './use-no-ties.ts'

/** Above the button that sends the ballot, for who has not said it before. */
export function NoTiesCheck({ noTies: { isChecked, setChecked } }: { noTies: NoTies }) {
  const t = useSay()
  return (
    <Checkbox isSelected={isChecked} onChange={setChecked} hint={t('ties.checkHint')}>
      {t('ties.check')}
    </Checkbox>
  )
}
