import { useI18n } from '../../../i18n/i18n.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import type { Vote } from '../api.ts'
import type { Asked } from '../ballots/use-ballot-cast.ts'
import { sayValue } from '../results/say-value.ts'
import { useSay } from '../texts/say.ts'
import { useSaySecret } from './texts/say.ts'

/** Asks before a secret ballot leaves, and says what it says: it can neither be read again nor changed. */
export function AskOnce({ vote, asked }: { vote: Vote; asked: Asked | null }) {
  const t = useSaySecret()
  const say = useSay()
  const { locale } = useI18n()
  const ballot = asked?.ballot
  const choice =
    ballot?.choice === 'cast'
      ? sayValue(ballot.value, vote, say, locale)
      : ballot && say(`choice.word.${ballot.choice}`)
  return (
    <Confirm
      isOpen={asked !== null}
      onClose={() => asked?.back()}
      title={t('secret.askTitle')}
      act={t('secret.cast')}
      danger={false}
      onConfirm={() => asked?.confirm()}
    >
      <p>{t('secret.asked', { choice: choice ?? '' })}</p>
      <p>{t('secret.askedOnce')}</p>
    </Confirm>
  )
}
