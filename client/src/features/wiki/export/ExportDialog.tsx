import { useMutation } from '@tanstack/react-query'
import type { ExportCheckAnswer, ExportFormat } from '@cenacle/contract/export'
import { useRef, useState } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { receive, save, type Scope, useExportCheck } from './api.ts'
import styles from './ExportDialog.module.css'
import { useSay } from './say.ts'

const FORMATS = ['pdf', 'docx', 'html', 'md', 'zip'] as const

interface ExportDialogProps {
  /** Of the page, or of the space. */
  id: string
  kind: 'page' | 'space'
  onClose: () => void
}

/** Chooses what leaves and in which form, makes the file and hands it over. */
export function ExportDialog({ id, kind, onClose }: ExportDialogProps) {
  const t = useT()
  const say = useSay()
  const [scope, setScope] = useState<Scope>(kind)
  const [drafts, setDrafts] = useState(false)
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const wish = { id, scope, drafts: drafts && scope !== 'page' }
  const check = useExportCheck(wish)
  const stop = useRef<AbortController | null>(null)
  const make = useMutation({
    mutationFn: (signal: AbortSignal) => receive(wish, format, signal),
    onSuccess: save,
  })
  const start = (): void => {
    const controller = new AbortController()
    stop.current = controller
    make.mutate(controller.signal)
  }
  const cancel = (): void => {
    stop.current?.abort()
    make.reset()
  }
  const close = (): void => {
    cancel()
    onClose()
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      make.reset()
      set(value)
    }
  const scopes = [
    { id: 'page' as const, label: say('scope.page') },
    { id: 'tree' as const, label: say('scope.tree'), hint: say('scope.treeHint') },
  ]
  const formats = FORMATS.map((each) => ({ id: each, label: say(`format.${each}`), hint: say(`format.${each}Hint`) }))
  return (
    <Dialog isOpen onClose={close} title={say('title')}>
      <div className={styles['form']}>
        {kind === 'page' && (
          <RadioCards
            label={say('what')}
            options={scopes}
            value={scope === 'tree' ? 'tree' : 'page'}
            onChange={change(setScope)}
            isDisabled={make.isPending}
            inline
          />
        )}
        {scope !== 'page' && (check.data?.can.drafts || drafts) && (
          <Checkbox
            isSelected={drafts}
            onChange={change(setDrafts)}
            isDisabled={make.isPending}
            hint={say('draftsHint')}
          >
            {say('drafts')}
          </Checkbox>
        )}
        <RadioCards
          label={say('format')}
          options={formats}
          value={format}
          onChange={change(setFormat)}
          isDisabled={make.isPending}
        />
        <div className={styles['notes']} aria-live="polite">
          {check.data && <Knowing check={check.data} format={format} isOne={scope === 'page'} />}
          {make.isPending && <Making />}
          {make.data && (
            <Notice tone="done">
              <p>{say(make.data.accessible ? 'done' : 'doneTagged', { name: make.data.name })}</p>
            </Notice>
          )}
        </div>
        <ErrorNotice error={check.error ?? make.error} />
      </div>
      <DialogActions>
        {make.isPending ? (
          <Button onPress={cancel}>{say('stop')}</Button>
        ) : (
          <Button onPress={close}>{t(make.data ? 'ui.close' : 'ui.cancel')}</Button>
        )}
        <Button
          variant="primary"
          isPending={make.isPending}
          isDisabled={check.isError || check.data?.pages === 0 || (format === 'pdf' && check.data?.pdf === false)}
          onPress={start}
        >
          {say('act')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** It takes as long as it takes: nobody knows how long. */
function Making() {
  const say = useSay()
  return (
    <div className={styles['making']} role="progressbar" aria-label={say('making')}>
      <span>{say('making')}</span>
      <span className={styles['track']} aria-hidden />
    </div>
  )
}

interface KnowingProps {
  check: ExportCheckAnswer
  format: ExportFormat
  isOne: boolean
}

/** What leaves and what stays, and what a PDF would lack. */
function Knowing({ check, format, isOne }: KnowingProps) {
  const say = useSay()
  if (check.pages === 0) return <Notice>{say('nothing')}</Notice>
  if (format === 'pdf' && !check.pdf) return <Notice>{say('noPdf')}</Notice>
  const count = check.undescribed.reduce((sum, page) => sum + page.count, 0)
  return (
    <>
      {!isOne && (
        <p className="small muted">
          {say('count', { count: check.pages })} {check.drafts > 0 && say('staying', { count: check.drafts })}
        </p>
      )}
      {format === 'pdf' && count > 0 && (
        <Notice tone="live" title={say('undescribed', { count })}>
          <p>{say('undescribedHelp')}</p>
          <ul>
            {check.undescribed.map((page) => (
              <li key={page.pageId}>
                <Link to={paths.page(page.pageId)}>
                  {say('undescribedIn', { title: page.title || say('untitled'), count: page.count })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
