import { useI18n } from '../../../i18n/i18n.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Vote } from '../api.ts'
import { sayAll } from '../results/tally-sentences.ts'
import { useSay } from '../texts/say.ts'

/** Which options are left out of one's ballot, and why. Shows nothing where there are none. */
export function Recused({ vote: { recused = [], options } }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const names = options.filter(({ id }) => recused.includes(id)).map(({ label }) => label)
  if (names.length === 0) return null
  return (
    <Notice title={t('jury.recused', { count: names.length, names: sayAll(names, locale) })}>
      <p>{t(names.length === options.length ? 'jury.recusedAll' : 'jury.recusedHelp')}</p>
    </Notice>
  )
}
