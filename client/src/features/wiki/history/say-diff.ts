import type { DiffAnswer, DiffChange } from '@cenacle/contract/history'
import type { Locale } from '../../../i18n/i18n.tsx'
import type { SayHere } from './texts/say.ts'

/** A comparison in numbers, as one sentence: « 12 mots ajoutés, 3 supprimés »; '' where nothing changed. */
export function saySummary({ summary }: DiffAnswer, locale: Locale, t: SayHere): string {
  const { wordsAdded, wordsRemoved, blocksMoved, looksChanged, blocksAdded, blocksRemoved, blocksChanged } = summary
  const parts = [
    wordsAdded > 0 && t('history.wordsAdded', { count: wordsAdded }),
    wordsRemoved > 0 &&
      t(wordsAdded > 0 ? 'history.wordsRemoved' : 'history.wordsRemovedAlone', { count: wordsRemoved }),
    blocksMoved > 0 && t('history.moved', { count: blocksMoved }),
    looksChanged > 0 && t('history.looks', { count: looksChanged }),
  ].filter((part) => part !== false)
  const blocks = blocksAdded + blocksRemoved + blocksChanged
  if (parts.length === 0 && blocks > 0) parts.push(t('history.blocks', { count: blocks }))
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(parts)
}

/** One change in words. */
export function sayChange({ kind, removed, added }: DiffChange, t: SayHere): string {
  if (kind === 'moved') return t('history.sayMoved', { text: removed || added })
  if (kind === 'look') return t('history.sayLook')
  if (removed !== '' && added !== '') return t('history.sayChanged', { removed, added })
  if (removed !== '') return t('history.sayRemoved', { text: removed })
  if (added !== '') return t('history.sayAdded', { text: added })
  return t(kind === 'added' ? 'history.sayAddedEmpty' : 'history.sayRemovedEmpty')
}
