import type { Dictionary } from '../../../i18n/message.ts'

/** Vetoes: filed, lifted, lapsed. */
export const veto = {
  'veto.title': 'Vous avez une objection de fond ?',
  'veto.candidacy':
    'Chaque membre a un droit de veto. Il bloque à lui seul cette candidature tant qu’il n’est pas levé.',
  'veto.decision': 'Ce vote admet un veto motivé. Il bloque à lui seul cette décision tant qu’il n’est pas levé.',
  'veto.readers.candidacy.committee': 'Votre motif sera lu par le comité ; la personne candidate pourra y avoir accès.',
  'veto.readers.candidacy.bureau':
    'Votre motif ne sera lu que par qui anime le comité ; la personne candidate pourra y avoir accès.',
  'veto.readers.decision.committee': 'Votre motif sera lu par les membres de l’espace.',
  'veto.readers.decision.bureau': 'Votre motif ne sera lu que par qui anime l’espace.',
  'veto.act': 'Poser un veto motivé',
  'veto.askCandidacy': 'Poser un veto sur cette candidature ?',
  'veto.askDecision': 'Poser un veto sur cette décision ?',
  'veto.blocks': 'Il bloque le vote à lui seul, quel que soit le nombre de oui, tant que vous ne le levez pas.',
  'veto.replaces': 'Il prend la place de votre voix actuelle.',
  'veto.readByCommittee': 'Votre nom et votre motif sont lus dès maintenant par les membres du comité.',
  'veto.readBySpace': 'Votre nom et votre motif sont lus dès maintenant par les membres de l’espace.',
  'veto.readByBureau':
    'Les membres du comité lisent dès maintenant votre nom. Votre motif, lui, n’est lu que par les personnes qui animent le comité, et par vous.',
  'veto.readBySpaceBureau':
    'Les membres de l’espace lisent dès maintenant votre nom. Votre motif, lui, n’est lu que par les personnes qui animent l’espace, et par vous.',
  'veto.withheld': 'Le motif est lu par les seules personnes qui animent l’espace.',
  'veto.readByCandidate':
    'La personne candidate n’en est pas informée, mais elle a le droit de demander à lire ce qui est écrit sur elle. Tenez-vous-en aux faits.',
  'veto.moves': {
    one: 'La clôture est proche : elle sera repoussée une fois, pour laisser {count} heure à la discussion.',
    other: 'La clôture est proche : elle sera repoussée une fois, pour laisser {count} heures à la discussion.',
  },
  'veto.reason': 'Votre motif',
  'veto.reasonLeft': { one: 'Encore {count} caractère au moins.', other: 'Encore {count} caractères au moins.' },
  'veto.reasonOk': { one: '{count} caractère.', other: '{count} caractères.' },
  'veto.reasonShort': 'Un veto se motive en 30 caractères au moins : dites ce qui s’y oppose.',
  'veto.filed': 'Votre veto est enregistré.',
  'veto.standing.candidacy': {
    one: 'Un veto est maintenu : cette candidature ne peut pas aboutir tant qu’il n’est pas levé',
    other: '{count} vetos sont maintenus : cette candidature ne peut pas aboutir tant qu’ils ne sont pas levés',
  },
  'veto.standing.decision': {
    one: 'Un veto est maintenu : cette décision ne peut pas être adoptée tant qu’il n’est pas levé',
    other: '{count} vetos sont maintenus : cette décision ne peut pas être adoptée tant qu’ils ne sont pas levés',
  },
  'veto.list': 'Vetos et motifs',
  'veto.bySomeone': 'Une personne qui n’est plus là',
  'veto.mine': 'Votre veto',
  'veto.lift': 'Lever mon veto',
  'veto.liftTitle': 'Lever votre veto ?',
  'veto.liftHelp': 'Il ne bloque plus rien, comme s’il n’avait pas été posé. Le journal garde la trace qu’il a existé.',
  'veto.liftChoice': 'Et votre voix ?',
  'veto.liftNone': 'Je ne me prononce pas',
  'veto.liftNoneHint': 'Vous pourrez voter jusqu’à la clôture.',
  'veto.liftNext': 'Le bulletin s’ouvre ensuite : vous pourrez voter jusqu’à la clôture.',
  'veto.lifted': 'Votre veto est levé.',
  'veto.instead': 'Votre veto tient lieu de voix. Vous pouvez le lever jusqu’à la clôture.',
  'veto.lapsed': 'Votre veto n’a plus d’effet',
  'veto.lapsedHelp.yesNo':
    'Il s’est éteint quand votre droit de vote a été interrompu. Vous l’avez de nouveau : votez, ou posez un autre veto. Sans cela, il compte comme un non.',
  'veto.lapsedHelp.options':
    'Il s’est éteint quand votre droit de vote a été interrompu. Vous l’avez de nouveau : votez, ou posez un autre veto. Sans cela, il compte comme un vote blanc.',
} as const satisfies Dictionary
