import { Button } from '../../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Stage.module.css'
import type { Show } from './steps.ts'

const ROWS = ['next', 'back', 'ends', 'number', 'dark', 'full', 'help'] as const

/** Which key does what. */
export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useSay()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')}>
      <dl className={styles['keys']}>
        {ROWS.map((row) => (
          <div key={row}>
            <dt>{t(`keys.row.${row}Keys`)}</dt>
            <dd>{t(`keys.row.${row}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('keys.touch')}</p>
      <DialogActions>
        <Button variant="primary" onPress={onClose}>
          {t('keys.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface ListProps {
  isOpen: boolean
  show: Show
  onClose: () => void
  onChoose: (category: number) => void
}

/** The categories by their names; nothing of them is revealed. */
export function ListDialog({ isOpen, show, onClose, onChoose }: ListProps) {
  const t = useSay()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.listTitle')}>
      <p className="small muted">{t('keys.listHelp')}</p>
      <ol className={styles['list']}>
        {show.categories.map(({ id, name }, index) => (
          <li key={id}>
            <Button variant="quiet" wide="always" onPress={() => onChoose(index)}>
              <span className="number">{index + 1}.</span> {name}
            </Button>
          </li>
        ))}
      </ol>
      <DialogActions>
        <Button onPress={onClose}>{t('keys.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
