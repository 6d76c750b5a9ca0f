import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Edition, Entry, Fault, Report } from './api.ts'
import { sayExact } from './exact.ts'
import { Rows } from './Rows.tsx'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

interface ReportProps {
  report: Report
  edition: Edition
  entries: readonly Entry[]
}

/** What a file would import, or what is to be corrected in it, line by line. The focus comes here: this is what happened. */
export function ReportView({ report, edition, entries }: ReportProps) {
  const t = useSay()
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [report])
  const { ok, encoding, separator, lines, faultCount } = report
  return (
    <div className={styles['report']} ref={top} tabIndex={-1}>
      <Notice
        tone={ok ? 'done' : 'veto'}
        title={ok ? t('report.good', { count: lines }) : t('report.bad', { count: faultCount })}
      >
        <p>{t(ok ? 'report.goodHelp' : 'report.badHelp')}</p>
        {encoding && separator && (
          <p className="small">
            {t('report.read', { encoding: t(`encoding.${encoding}`), separator: t(`separator.${separator}`) })}
          </p>
        )}
      </Notice>
      {ok ? <Preview report={report} edition={edition} entries={entries} /> : <Faults report={report} />}
    </div>
  )
}

function Faults({ report: { faults, faultCount } }: Pick<ReportProps, 'report'>) {
  const t = useSay()
  return (
    <>
      <Rows
        caption={t('report.caption')}
        columns={[
          { id: 'where', title: t('report.where'), isNarrow: true },
          { id: 'what', title: t('report.what') },
        ]}
        rows={faults.map((fault, index) => ({
          id: String(index),
          cells: { where: <Where fault={fault} />, what: <What fault={fault} /> },
        }))}
      />
      {faultCount > faults.length && <p className="muted">{t('report.more', { count: faultCount - faults.length })}</p>}
    </>
  )
}

/** Its line and its column, as far as it has them. */
function Where({ fault: { line, column } }: { fault: Fault }) {
  const t = useSay()
  return (
    <>
      {line === null ? t('report.whole') : t('report.line', { line })}
      {column && <span className={styles['under']}>{column}</span>}
    </>
  )
}

/** What is wrong, and what stands there. */
function What({ fault: { code, value } }: { fault: Fault }) {
  const t = useSay()
  return (
    <>
      {t(`fault.${code}`)}
      {value && (
        <>
          <br />
          <span className="muted">{t('report.found')}</span> <code className={styles['found']}>{value}</code>
        </>
      )}
    </>
  )
}

/** So many are shown at first. */
const FIRST = 8

function Preview({ report, edition, entries }: ReportProps) {
  const t = useSay()
  const { locale } = useI18n()
  const [isWhole, setWhole] = useState(false)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const categories = new Map(edition.categories.map(({ id, name }) => [id, name]))
  const shown = isWhole ? report.scores : report.scores.slice(0, FIRST)
  return (
    <>
      <Rows
        caption={t('preview.caption')}
        columns={[
          { id: 'entry', title: t('preview.entry') },
          { id: 'score', title: t('preview.score'), isNumber: true },
        ]}
        rows={shown.map(({ entryId, value }) => {
          const entry = byId.get(entryId)
          return {
            id: entryId,
            cells: {
              entry: (
                <>
                  {entry ? bindPunctuation(entry.title) : entryId}
                  <span className={styles['under']}>{categories.get(entry?.categoryId ?? '')}</span>
                </>
              ),
              score: sayExact(value, locale),
            },
          }
        })}
      />
      {!isWhole && report.scores.length > FIRST && (
        <div>
          <Button size="small" onPress={() => setWhole(true)}>
            {t('preview.all', { count: report.scores.length - FIRST })}
          </Button>
        </div>
      )}
    </>
  )
}
