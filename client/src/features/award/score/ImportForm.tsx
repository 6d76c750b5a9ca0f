import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Chosen, type Edition, type Entry, type Report, useCheckScores, useImportScores } from './api.ts'
import { ChooseScores } from './ChooseScores.tsx'
import { ReportView } from './ReportView.tsx'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

interface ImportFormProps {
  edition: Edition
  entries: readonly Entry[]
  /** Number of the version that is current now. */
  after: number
  onDone: () => void
}

/** Importing a score: the file, what would be imported of it, then the formula; nothing is kept before the last act. */
export function ImportForm({ edition, entries, after, onDone }: ImportFormProps) {
  const t = useSay()
  const check = useCheckScores(edition.id)
  const [file, setFile] = useState<Chosen>()
  const [decimals, setDecimals] = useState('2')
  const step = useRef<HTMLHeadingElement>(null)
  useEffect(() => step.current?.focus(), [])
  const look = (chosen: Chosen | undefined, most: string): void => {
    setFile(chosen)
    setDecimals(most)
    if (chosen) check.mutate({ file: chosen, decimals: most })
    else check.reset()
  }
  const report = check.isPending ? undefined : check.data
  return (
    <div className={styles['steps']}>
      <section className={styles['step']} aria-labelledby="score-file">
        <h3 id="score-file" ref={step} tabIndex={-1}>
          {t('import.fileStep')}
        </h3>
        <ChooseScores
          editionId={edition.id}
          file={file}
          decimals={decimals}
          isReading={check.isPending}
          error={check.error}
          onChoose={(chosen) => look(chosen, decimals)}
          onDecimals={(most) => look(file, most)}
        />
        {report && <ReportView report={report} edition={edition} entries={entries} />}
      </section>
      {file && report?.ok ? (
        <FormulaStep {...{ edition, file, decimals, report, after, onDone }} />
      ) : (
        <div>
          <Button variant="quiet" wide="phone" onPress={onDone}>
            {t('import.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface FormulaStepProps {
  edition: Edition
  file: Chosen
  decimals: string
  report: Report
  after: number
  onDone: () => void
}

function FormulaStep({ edition, file, decimals, report, after, onDone }: FormulaStepProps) {
  const t = useSay()
  const send = useImportScores(edition.id)
  const submit = (values: FormData): void => {
    const version = textOf(values, 'version')
    send.mutate(
      { file, decimals, version, formula: textOf(values, 'formula'), after: String(after) },
      {
        onSuccess: () => {
          toast(t('import.done', { version }))
          onDone()
        },
      },
    )
  }
  return (
    <section className={styles['step']} aria-labelledby="score-formula">
      <h3 id="score-formula">{t('import.formulaStep')}</h3>
      <Form
        error={send.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={send.isPending}>
              {t('import.act', { count: report.lines })}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onDone}>
              {t('import.cancel')}
            </Button>
          </>
        }
      >
        <Field
          name="version"
          label={t('import.version')}
          hint={t('import.versionHint')}
          maxLength={60}
          autoComplete="off"
          isRequired
        />
        <TextArea
          name="formula"
          label={t('import.formula')}
          hint={t('import.formulaHint')}
          maxLength={4000}
          rows={5}
          isRequired
        />
      </Form>
    </section>
  )
}
