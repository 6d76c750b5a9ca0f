import type { PageItem } from '@cenacle/contract/page'
import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useSay } from './texts/say.ts'

/** The value for no page at all. */
export const TOP = 'top'
/** A longer list is looked through by words first: opening it whole would take seconds. */
const MOST = 80
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

interface ParentSelectProps {
  label: string
  /** What no page at all is called. */
  top: string
  lines: readonly { page: PageItem; depth: number }[]
  /** What a page is called in the list. */
  name: (title: string, depth: number) => string
  /** A page, or `TOP`. */
  value: string
  onChange: (value: string) => void
}

/** One page out of those of a space, to put another under it. */
export function ParentSelect({ label, top, lines, name, value, onChange }: ParentSelectProps) {
  const t = useSay()
  const [words, setWords] = useState('')
  const isLong = lines.length > MOST
  const found = isLong ? lines.filter(({ page }) => fold(page.title).includes(fold(words.trim()))) : lines
  const chosen = lines.filter(({ page }) => page.id === value)
  const shown = [...new Set([...chosen, ...found.slice(0, MOST)])]
  return (
    <>
      {isLong && (
        <Field
          type="search"
          label={t('tree.findParent')}
          hint={t('tree.foundParents', { count: found.length })}
          value={words}
          onChange={setWords}
          autoComplete="off"
          optional
        />
      )}
      <Select
        label={label}
        options={[
          { id: TOP, label: top },
          ...shown.map(({ page, depth }) => ({ id: page.id, label: name(page.title, depth) })),
        ]}
        value={value}
        onChange={onChange}
      />
    </>
  )
}
