import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useT } from '../i18n/i18n.tsx'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  /** A sentence or a question: what this is about. */
  title: ReactNode
  children: ReactNode
  /** `alertdialog` where something would be lost. */
  role?: 'dialog' | 'alertdialog'
}

/** Opens over the page; a sheet at the bottom on a phone. Escape and a press outside close it. */
export function Dialog({ isOpen, onClose, title, children, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title']}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row of acts at the end of a dialog: the act last in reading order, first under the thumb. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}

interface ConfirmProps extends Omit<DialogProps, 'role'> {
  /** The verb of the act, as on the button that opened this. */
  act: string
  onConfirm: () => void
  isPending?: boolean
  danger?: boolean
}

/** Asks before an act that cannot be undone. */
export function Confirm({ act, onConfirm, isPending = false, danger = true, children, ...props }: ConfirmProps) {
  const t = useT()
  return (
    <Dialog {...props} role="alertdialog">
      <div className="muted">{children}</div>
      <DialogActions>
        {/* What is on its way can no longer be called off here. */}
        <Button isDisabled={isPending} onPress={props.onClose}>
          {t('ui.cancel')}
        </Button>
        <Button variant={danger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
          {act}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
