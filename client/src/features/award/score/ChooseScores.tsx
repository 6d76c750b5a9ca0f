import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { type Chosen, templatePath } from './api.ts'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

/** As on the server. */
const MOST_BYTES = 10 * 1024 * 1024
const TYPES = ['.csv', '.tsv', '.txt', 'text/csv', 'text/tab-separated-values', 'text/plain']
const DECIMALS = ['0', '1', '2', '3', '4', '5', '6'] as const

interface ChooseScoresProps {
  editionId: string
  file: Chosen | undefined
  decimals: string
  isReading: boolean
  error: unknown
  onChoose: (file: Chosen | undefined) => void
  onDecimals: (decimals: string) => void
}

/** The file to fill in, and choosing it once it is; it is looked at as soon as it is chosen. */
export function ChooseScores({ editionId, file, decimals, isReading, error, onChoose, onDecimals }: ChooseScoresProps) {
  const t = useSay()
  const [fault, setFault] = useState<'import.tooLarge' | 'import.unreadable'>()
  const take = async (given: File | undefined): Promise<void> => {
    if (!given) return
    if (given.size > MOST_BYTES) {
      setFault('import.tooLarge')
      return onChoose(undefined)
    }
    // Read once: what is imported is what was looked at, even when the file is saved again meanwhile.
    const content = await given.arrayBuffer().catch(() => undefined)
    setFault(content ? undefined : 'import.unreadable')
    onChoose(content && { name: given.name, content: new Blob([content]) })
  }
  return (
    <>
      <p>{t('import.fileHelp')}</p>
      <p>
        <a className={styles['file']} href={templatePath(editionId)} download>
          {t('import.template')}
        </a>
      </p>
      <div className={styles['short']}>
        <Select
          label={t('import.decimals')}
          hint={t('import.decimalsHint')}
          options={DECIMALS.map((id) => ({ id, label: id }))}
          value={DECIMALS.find((one) => one === decimals) ?? '2'}
          onChange={onDecimals}
          isDisabled={isReading}
        />
      </div>
      <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => void take(files?.[0])}>
        <Button variant={file ? 'secondary' : 'primary'} wide="phone" isPending={isReading}>
          {t(file ? 'import.chooseAgain' : 'import.choose')}
        </Button>
      </FileTrigger>
      <p role="status" className={styles['chosen']}>
        {isReading ? t('import.reading') : file && t('import.chosen', { name: file.name })}
      </p>
      {fault && <Notice tone="veto" role="alert" title={t(fault)} />}
      <ErrorNotice error={error} />
    </>
  )
}
