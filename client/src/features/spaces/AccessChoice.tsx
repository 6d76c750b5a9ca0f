import { useSay } from './texts/say.ts'
import { RadioCards } from '../../ui/Choice.tsx'

interface AccessProps {
  kind: 'loop' | 'team'
  open: boolean
  onChange: (open: boolean) => void
}

/** Who sees a loop or a team besides its people. */
export function AccessChoice({ kind, open, onChange }: AccessProps) {
  const t = useSay()
  const isTeam = kind === 'team'
  return (
    <RadioCards
      label={t('loop.access')}
      value={open ? 'open' : 'closed'}
      onChange={(access) => onChange(access === 'open')}
      options={[
        {
          id: 'closed',
          label: t(isTeam ? 'newSpace.teamClosed' : 'loop.closed'),
          hint: t(isTeam ? 'newSpace.teamClosedHint' : 'loop.closedHint'),
        },
        {
          id: 'open',
          label: t(isTeam ? 'newSpace.teamOpen' : 'loop.open'),
          hint: t(isTeam ? 'newSpace.teamOpenHint' : 'loop.openHint'),
        },
      ]}
    />
  )
}
