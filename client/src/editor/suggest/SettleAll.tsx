import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { useSay } from '../texts/say.ts'

interface SettleAllProps {
  /** How many there are that one may settle. */
  count: number
  /** One may only withdraw one's own. */
  isOnly: boolean
  onSettle: (accept: boolean) => void
}

/** Settles all suggestions at once, after a question. */
export function SettleAll({ count, isOnly, onSettle }: SettleAllProps) {
  const say = useSay()
  const [asked, setAsked] = useState<'accept' | 'refuse'>()
  const refuse = say(isOnly ? 'suggest.withdrawAll' : 'suggest.refuseAll')
  return (
    <>
      {!isOnly && (
        <Button size="small" variant="quiet" onPress={() => setAsked('accept')}>
          {say('suggest.acceptAll')}
        </Button>
      )}
      {count > 0 && (
        <Button size="small" variant="quiet" onPress={() => setAsked('refuse')}>
          {refuse}
        </Button>
      )}
      <Confirm
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={say(asked === 'accept' ? 'suggest.acceptAllAsk' : 'suggest.refuseAllAsk', { count })}
        act={asked === 'accept' ? say('suggest.acceptAll') : refuse}
        danger={asked === 'refuse'}
        onConfirm={() => {
          onSettle(asked === 'accept')
          setAsked(undefined)
        }}
      >
        {say('suggest.allHelp')}
      </Confirm>
    </>
  )
}
