import type { Dictionary } from '../../../../i18n/message.ts'

export const fr = {
  'revision.of': 'Révision proposée de',
  'revision.pageGone': 'une page qui n’est plus là',
  'revision.help':
    'La page ne change pas tant qu’un vote ne l’a pas décidé. Écrivez ici le texte que vous proposez, comparez-le, puis mettez-le au vote.',
  'revision.atVoteHelp':
    'Cette révision est au vote. Le texte soumis est figé : ce qui s’écrit ici ne change plus ce sur quoi l’on vote.',
  'revision.compare': 'Comparer avec la page',
  'revision.vote.open': 'vote en cours',
  'revision.vote.scheduled': 'vote à venir',
  'revision.vote.closed': 'vote clos',
  'revision.vote.cancelled': 'vote annulé',
  'revision.vote.adopted': 'adoptée',
  'revision.vote.rejected': 'rejetée',
  'revision.vote.vetoed': 'bloquée par un veto',
  'revision.vote.quorum_failed': 'quorum non atteint',
  'revision.vote.no_ballot': 'personne n’a voté',
  'revision.atVote': 'Une révision de cette page est au vote',
  'revision.preparing': {
    one: 'Une révision de cette page est en préparation',
    other: '{count} révisions de cette page sont en préparation',
  },
  'revision.decided': 'Le texte de cette page a été décidé par un vote',
  'revision.draft': 'Révision proposée',
  'revision.draftBy': 'Révision proposée par {name}',
  'revision.adopted': 'Révision adoptée par le vote',
  'revision.replaced': 'La page avait été modifiée pendant le vote. Ce texte-là est gardé dans l’historique :',
  'revision.seeReplaced': 'voir ce qui a été remplacé',
  'revision.views': 'Ce que l’on regarde',
  'revision.changes': 'Ce qui change',
  'revision.text': 'Le texte proposé',
  'revision.title': 'Ce que la révision change',
  'revision.tab': 'Comparaison de {title}',
} as const satisfies Dictionary
