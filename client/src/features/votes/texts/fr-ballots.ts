import type { Dictionary } from '../../../i18n/message.ts'

/** Ballots over several options, or of a number. */
export const ballots = {
  'ballot.how.threshold': 'Oui, non, abstention ou vote blanc.',
  'ballot.how.majority-judgment':
    'Donnez une mention à chaque option. Deux options peuvent recevoir la même ; l’option dont la mention majoritaire est la meilleure l’emporte.',
  'ballot.how.schulze':
    'Classez les options dans votre ordre de préférence. Celle qui gagne ses duels contre toutes les autres l’emporte.',
  'ballot.how.irv':
    'Classez les options dans votre ordre de préférence. À chaque tour, la moins choisie est écartée et ses voix passent à la suivante de chaque bulletin.',
  'ballot.how.approval': 'Cochez les options qui vous conviennent. La plus approuvée l’emporte.',
  'ballot.how.score': 'Donnez des points à chaque option. Celle qui en reçoit le plus l’emporte.',
  'ballot.how.grid':
    'Donnez à chaque dossier des points pour chaque critère. La meilleure moyenne pondérée arrive en tête.',
  'ballot.how.median':
    'Proposez un nombre. C’est celui du milieu qui est retenu : autant de propositions au-dessous qu’au-dessus.',
  'ballot.save.blank': 'Enregistrer mon vote blanc',
  'ballot.save.abstain': 'Enregistrer mon abstention',
  'ballot.secret': 'Secret : rien ne rattache votre bulletin à votre nom. Il se dépose une seule fois.',
  'ballot.missing': {
    one: 'Il manque votre avis sur {count} option',
    other: 'Il manque votre avis sur {count} options',
  },
  'ballot.missingHelp':
    'Toutes les options doivent être évaluées, pour que chacune soit jugée par les mêmes personnes. Sans avis sur aucune, vous pouvez voter blanc.',
  'ballot.fault.grade': 'Choisissez une mention pour cette option.',
  'ballot.fault.points': 'Donnez des points à cette option, zéro compris.',
  'ballot.fault.rank': 'Classez au moins une option, ou votez blanc.',
  'ballot.fault.approve': 'Cochez au moins une option, ou votez blanc.',
  'ballot.fault.approveMore': 'Cochez au moins {min} options.',
  'ballot.fault.approveFewer': 'Cochez {max} options au plus : décochez-en.',
  'ballot.fault.number': 'Écrivez un nombre entier, en chiffres.',
  'ballot.fault.bounds': 'Ce nombre est hors des limites : de {low} à {high}.',
  'ballot.unsaved': 'Ce que vous venez de changer n’est pas encore enregistré.',
  'ballot.keptAs.cast': 'Votre bulletin est enregistré',
  'ballot.keptAs.blank': 'Votre vote blanc est enregistré',
  'ballot.keptAs.abstain': 'Votre abstention est enregistrée',
  'ballot.or': 'Ou bien',
  'ballot.take.blank': 'voter blanc',
  'ballot.take.abstain': 's’abstenir',
  'ballot.taken.blank': 'Vous votez blanc.',
  'ballot.taken.abstain': 'Vous vous abstenez.',
  'ballot.takenHelp.blank':
    'Votre bulletin compte dans la participation et dans le quorum, sans peser sur le résultat. Il reste à l’enregistrer.',
  'ballot.takenHelp.abstain':
    'Vous comptez dans la participation et dans le quorum, sans prendre parti. Il reste à l’enregistrer.',
  'ballot.backToOptions': 'Revenir au bulletin',
  'ballot.gradesLeft': {
    zero: 'Toutes les options ont une mention.',
    one: 'Encore {count} option à évaluer.',
    other: 'Encore {count} options à évaluer.',
  },
  'ballot.pointsLeft': {
    zero: 'Toutes les options ont leurs points.',
    one: 'Encore {count} option à noter.',
    other: 'Encore {count} options à noter.',
  },
  'ballot.outOf': 'sur {max}',
  'ballot.number': 'Votre proposition',
  'ballot.between': 'Un nombre entier, de {low} à {high}.',
  'ballot.proposes': 'Vous proposez {amount}.',
  'approval.over': {
    one: 'C’est {count} de trop : décochez une option.',
    other: 'C’est {count} de trop : décochez des options.',
  },
  'approval.under': {
    one: 'Encore {count} option au moins.',
    other: 'Encore {count} options au moins.',
  },
  'approval.chosen': {
    zero: 'Vous pouvez en cocher autant que vous voulez.',
    one: '{count} option cochée.',
    other: '{count} options cochées.',
  },
  'approval.atMost': { one: 'Vous pouvez en cocher {count}.', other: 'Vous pouvez en cocher {count} au plus.' },
  'approval.left': {
    zero: '{chosen} sur {max} : c’est le plus que vous puissiez cocher.',
    one: '{chosen} sur {max} : vous pouvez encore en cocher {count}.',
    other: '{chosen} sur {max} : vous pouvez encore en cocher {count}.',
  },
  'rank.yours': 'Votre classement',
  'rank.start': 'Touchez d’abord votre préférée, puis la suivante.',
  'rank.rest': 'Pas encore classées. Celles que vous laissez ici sont dernières, à égalité.',
  'rank.add': 'en {place}',
  'rank.place': { one: '{count}re place', other: '{count}e place' },
  'rank.short': { one: '{count}re', other: '{count}e' },
  'rank.tied': 'ex æquo',
  'rank.now': '{name} : {place}.',
  'rank.nowTied': '{name} : {place}, ex æquo avec {tied}.',
  'rank.nowUnranked': '{name} n’est plus dans votre classement.',
  'rank.up': 'Monter {name}',
  'rank.down': 'Descendre {name}',
  'rank.tie': '{name} ex æquo avec {before}',
  'rank.remove': 'Retirer {name} du classement',
} as const satisfies Dictionary
