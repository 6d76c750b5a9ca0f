import type { Dictionary } from '../../../i18n/message.ts'

/** The jury of the award: its ballots, its page, what a grid found. */
export const jury = {
  'jury.kind': 'Jury du prix',
  'jury.sealed': 'Clos, palmarès à venir',
  'jury.public': 'Palmarès public',
  'jury.leads': '{name} arrive en tête.',
  'jury.tie': '{names} arrivent en tête, à égalité.',
  'jury.tieHelp': 'L’égalité est exacte : le palmarès dit ce que la délibération en a fait.',
  'jury.nominees': { one: '{count}\u00a0dossier', other: '{count}\u00a0dossiers' },
  'jury.files': 'Les dossiers',
  'jury.how':
    'Lisez chaque dossier, puis donnez-lui une mention. Deux dossiers peuvent recevoir la même ; celui dont la mention majoritaire est la meilleure arrive en tête.',
  'jury.named':
    'Nominatif. Modifiable jusqu’à la clôture. Personne ne lit votre bulletin avant la publication du palmarès ; le comité le peut ensuite.',
  'jury.gradesLeft': {
    zero: 'Tous les dossiers ont une mention.',
    one: 'Encore {count} dossier à évaluer.',
    other: 'Encore {count} dossiers à évaluer.',
  },
  'jury.missing': {
    one: 'Il manque votre avis sur {count} dossier',
    other: 'Il manque votre avis sur {count} dossiers',
  },
  'jury.missingHelp':
    'Tous les dossiers doivent être évalués, pour que chacun soit jugé par les mêmes personnes. Sans avis, vous pouvez voter blanc.',
  'jury.unsaved': 'Votre bulletin n’est pas encore enregistré.',
  'jury.keptHere': 'Ce que vous avez saisi est gardé sur cet appareil : vous pouvez y revenir plus tard.',
  'jury.blankHelp':
    'Votre devoir de vote est rempli. Votre bulletin compte dans la participation, sans peser sur le palmarès. Il reste à l’enregistrer.',
  'jury.recused': {
    one: 'Vous ne jugez pas {names}',
    other: 'Vous ne jugez pas {names}',
  },
  'jury.recusedHelp':
    'Un conflit d’intérêts vous en écarte : ces dossiers ne sont pas sur votre bulletin, et seront comptés sans votre voix. Vous jugez les autres.',
  'jury.recusedAll':
    'Un conflit d’intérêts vous écarte de tous les dossiers. Un vote blanc remplit votre devoir de vote.',
  'jury.participationLater': 'Aucun résultat n’est visible avant la publication du palmarès, pour personne.',
  'jury.rule':
    'Le dossier dont la mention majoritaire est la meilleure arrive en tête. À mention égale, on compare qui en dit plus et qui en dit moins, jusqu’à les départager.',
  'jury.leastJudges': {
    one: 'Un dossier que personne n’a jugé n’est pas classé.',
    other: 'Un dossier que moins de {count} personnes ont jugé n’est pas classé.',
  },
  'jury.next.open':
    'À la clôture, les bulletins sont comptés et mis sous scellés. Le bureau du prix délibère, deux personnes signent le palmarès, et il devient public à la date annoncée.',
  'jury.next.sealed':
    'Le bureau du prix délibère, deux personnes signent le palmarès, et il devient public à la date annoncée. Vous lirez alors ici le résultat et le décompte.',
  'jury.next.published': 'Le palmarès est public. Chaque bulletin peut être recompté à partir des fichiers.',
  'grid.weight': 'coefficient\u00a0{weight}',
  'grid.total': 'Votre moyenne : {mean} sur {max}',
  'grid.left': { one: 'Encore {count} critère à noter.', other: 'Encore {count} critères à noter.' },
  'grid.outOf': '{mean} sur {max}',
  'grid.standing': 'L’ordre que donnent vos points',
  'grid.missing': '\u00a0: {criteria}',
  'grid.title': 'Moyennes par dossier',
  'grid.help':
    'Chaque moyenne tient compte du coefficient des critères. Au-dessous, la moyenne par critère, et de la note la plus basse à la plus haute qu’une personne a donnée.',
  'grid.table': 'Moyennes par dossier et par critère, sur {max}',
  'grid.mean': 'Moyenne',
  'grid.exact': 'Fraction exacte',
  'grid.criterion': '{label} (coefficient {weight})',
  'grid.jurors': 'Bulletins',
  'grid.lowest': 'Plus basse',
  'grid.highest': 'Plus haute',
  'grid.spread': 'de {low} à {high}',
  'grid.judged': { one: '{count} bulletin', other: '{count} bulletins' },
  'grid.none': 'aucun bulletin',
  'tally.grid': {
    one: 'Moyenne pondérée de {name} : {mean} sur {max}, exactement {exact}, par {count} bulletin.',
    other: 'Moyenne pondérée de {name} : {mean} sur {max}, exactement {exact}, par {count} bulletins.',
  },
  'ballot.fault.criterion': 'Donnez des points, zéro compris.',
} as const satisfies Dictionary
