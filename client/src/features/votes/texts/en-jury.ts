import type { Translated } from '../../../i18n/message.ts'
import type { jury as fr } from './fr-jury.ts'

export const jury: Translated<typeof fr> = {
  'jury.kind': 'Jury of the award',
  'jury.sealed': 'Closed, awards to come',
  'jury.public': 'Awards public',
  'jury.leads': '{name} comes first.',
  'jury.tie': '{names} come first, level.',
  'jury.tieHelp': 'They are exactly level: the awards say what the deliberation made of it.',
  'jury.nominees': { one: '{count} entry', other: '{count} entries' },
  'jury.files': 'The entries',
  'jury.how':
    'Read each entry, then give it a mention. Two entries may have the same one; the one with the best majority mention comes first.',
  'jury.named':
    'With your name. You can change it until the close. Nobody reads your ballot before the awards are published; the committee can afterwards.',
  'jury.gradesLeft': {
    zero: 'All entries have a mention.',
    one: '{count} entry still to be graded.',
    other: '{count} entries still to be graded.',
  },
  'jury.missing': {
    one: 'Your view on {count} entry is missing',
    other: 'Your view on {count} entries is missing',
  },
  'jury.missingHelp':
    'All entries must be graded, so that the same people judge each of them. Without a view, you can cast a blank ballot.',
  'jury.unsaved': 'Your ballot is not saved yet.',
  'jury.keptHere': 'What you have filled in is kept on this device: you can come back to it later.',
  'jury.blankHelp':
    'Your duty to vote is done. Your ballot counts in the turnout, without weighing on the awards. It is still to be saved.',
  'jury.recused': {
    one: 'You do not judge {names}',
    other: 'You do not judge {names}',
  },
  'jury.recusedHelp':
    'A conflict of interest keeps you from it: these entries are not on your ballot, and are counted without your voice. You judge the others.',
  'jury.recusedAll': 'A conflict of interest keeps you from all entries. A blank ballot does your duty to vote.',
  'jury.participationLater': 'No result can be seen before the awards are published, by anybody.',
  'jury.rule':
    'The entry with the best majority mention comes first. Where mentions are level, those who say more and those who say less are compared until they differ.',
  'jury.leastJudges': {
    one: 'An entry that nobody has judged is not ranked.',
    other: 'An entry that fewer than {count} people have judged is not ranked.',
  },
  'jury.next.open':
    'At the close the ballots are counted and sealed. The award’s office deliberates, two people sign the awards, and they become public on the day announced.',
  'jury.next.sealed':
    'The award’s office deliberates, two people sign the awards, and they become public on the day announced. You will then read the result and the count here.',
  'jury.next.published': 'The awards are public. Every ballot can be counted again from the files.',
  'grid.weight': 'weight\u00a0{weight}',
  'grid.total': 'Your mean: {mean} out of {max}',
  'grid.left': { one: '{count} criterion still to be graded.', other: '{count} criteria still to be graded.' },
  'grid.outOf': '{mean} out of {max}',
  'grid.standing': 'The order that your points give',
  'grid.missing': ': {criteria}',
  'grid.title': 'Means by entry',
  'grid.help':
    'Each mean takes the weight of the criteria into account. Below it, the mean by criterion, and from the lowest to the highest that one person gave.',
  'grid.table': 'Means by entry and criterion, out of {max}',
  'grid.mean': 'Mean',
  'grid.exact': 'Exact fraction',
  'grid.criterion': '{label} (weight {weight})',
  'grid.jurors': 'Ballots',
  'grid.lowest': 'Lowest',
  'grid.highest': 'Highest',
  'grid.spread': 'from {low} to {high}',
  'grid.judged': { one: '{count} ballot', other: '{count} ballots' },
  'grid.none': 'no ballot',
  'tally.grid': {
    one: 'Weighted mean of {name}: {mean} out of {max}, exactly {exact}, by {count} ballot.',
    other: 'Weighted mean of {name}: {mean} out of {max}, exactly {exact}, by {count} ballots.',
  },
  'ballot.fault.criterion': 'Give points, zero included.',
}
