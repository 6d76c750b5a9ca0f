import { foldName } from '@cenacle/contract/text'

/** Words that say what kind of body it is in several ways, and mean the same one. */
const SAME: readonly [RegExp, string][] = [
  [/^(?:ville|mairie|commune|municipalite) (?=\S)/u, 'commune '],
  [/^(?:conseil departemental|departement) (?=\S)/u, 'departement '],
  [/^(?:conseil regional|region) (?=\S)/u, 'region '],
  [/^(?:chu|centre hospitalier universitaire) (?=\S)/u, 'chu '],
]
/** Soft hyphens, joiners, fillers: two names that look alike are one. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const LINKS = /(?:^|\s)(?:de|du|des|d|la|le|les|l|et)(?=\s|$)/gu

/**
 * What two names of an organisation are compared by: without case, accents, punctuation, articles, and with the usual kinds of
 * public bodies said in one way: « Ville de Rennes », « Mairie de RENNES » and « Commune de Rennes » are one, « Rennes Métropole » is
 * another. Empty for a name that says nothing, which is the same as no other.
 */
export function organisationKey(name: string): string {
  const words = foldName(name.replaceAll(UNSEEN, ''))
    .replaceAll(/[œ]/gu, 'oe')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const plain = words.replaceAll(LINKS, ' ').replaceAll(/\s+/gu, ' ').trim() || words
  return SAME.reduce((text, [pattern, said]) => text.replace(pattern, said), plain)
}
