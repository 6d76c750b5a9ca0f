import type { Dictionary } from '../../../i18n/message.ts'

/** A candidacy at its vote: its questions, and what comes next. */
export const candidacy = {
  'next.title': 'Ce qui vient ensuite',
  'next.candidacy.submitted':
    'Un membre du comité l’ouvre au vote. Chaque membre a alors plusieurs jours pour se prononcer.',
  'next.candidacy.needsSponsor':
    'Le vote ne s’ouvre qu’avec un parrain ou une marraine : un membre du comité peut présenter cette candidature, sur cette page.',
  'next.candidacy.open':
    'À la clôture, le résultat est visible par tout le comité. Acceptée, la personne prend un siège si le nombre et la parité le permettent ; sinon elle attend son tour.',
  'next.candidacy.vetoed':
    'Un veto était maintenu à la clôture : la personne n’est pas admise, quel que soit le nombre de oui. Le comité peut ouvrir une seconde lecture pendant un temps limité ; ensuite, la candidature est refusée.',
  'next.candidacy.not_adopted': 'La personne n’est pas admise. Elle pourra se présenter de nouveau.',
  'next.candidacy.quorum_failed':
    'Trop peu de membres ont voté pour décider. Le vote reprend une fois, avec les voix déjà données.',
  'next.candidacy.no_ballot': 'Personne n’a voté. Le vote reprend une fois.',
  'next.candidacy.admissible':
    'La candidature est acceptée et un siège est libre : la personne devient membre d’un instant à l’autre.',
  'next.candidacy.waiting_parity':
    'La candidature est acceptée, mais les sièges de son collège sont pris. La personne attend qu’un siège se libère, dans l’ordre des acceptations.',
  'next.candidacy.lacksCollege':
    'La candidature est acceptée, mais la personne n’a pas dit quel siège lui revient, d’une femme ou d’un homme. Elle peut le dire sur sa page de suivi ; sinon, c’est au comité de décider.',
  'next.candidacy.waiting_seats':
    'La candidature est acceptée, mais tous les sièges sont pris. La personne attend qu’un siège se libère, dans l’ordre des acceptations.',
  'next.candidacy.offered':
    'Un siège est proposé à la personne, qui peut l’accepter pendant un temps limité. Sans réponse, il passe à la suivante.',
  'next.candidacy.refused':
    'La personne n’est pas admise. Elle pourra se présenter de nouveau ; son dossier s’efface au terme prévu.',
  'next.candidacy.expired':
    'La candidature a pris fin sans siège. La personne pourra se présenter de nouveau ; son dossier s’efface au terme prévu.',
  'next.candidacy.lapsed': 'Le siège proposé n’a pas été accepté à temps : il passe à la personne suivante.',
  'next.candidacy.withdrawn': 'La personne s’est retirée. Son dossier s’efface au terme prévu.',
  'next.candidacy.inadmissible': 'La candidature n’est pas présentée au comité. Le dossier s’efface au terme prévu.',
  'next.candidacy.admitted': 'La personne est membre du comité et reçoit une invitation à ouvrir son compte.',
  'next.decision.open':
    'À la clôture, le résultat s’affiche ici, avec le décompte et le nom des personnes qui ont voté.',
  'next.decision.adopted': 'La décision est adoptée et s’applique.',
  'next.decision.rejected': 'La décision n’est pas adoptée. Une autre question peut être mise au vote.',
  'next.decision.vetoed':
    'Un veto était maintenu à la clôture : la décision n’est pas adoptée et rien ne change. Une autre question peut être mise au vote.',
  'next.decision.quorum_failed':
    'Trop peu de personnes ont voté pour décider : rien ne change. La question peut être posée de nouveau.',
  'next.decision.no_ballot': 'Personne n’a voté : rien ne change. La question peut être posée de nouveau.',
  'candidacy.kind': 'Candidature',
  'candidacy.by': 'présentée par {name}',
  'candidacy.noSponsor': 'sans parrain ni marraine pour l’instant',
  'candidacy.title.submitted': '{name} demande un siège',
  'candidacy.title.open': 'Faut-il accueillir {name} ?',
  'candidacy.title.vetoed': '{name} : candidature bloquée par un veto',
  'candidacy.title.not_adopted': '{name} : candidature non retenue',
  'candidacy.title.undecided': '{name} : candidature non tranchée',
  'candidacy.title.waiting': '{name} attend un siège',
  'candidacy.title.offered': 'Un siège est proposé à {name}',
  'candidacy.title.expired': '{name} : candidature expirée',
  'candidacy.title.withdrawn': '{name} : candidature retirée',
  'candidacy.title.inadmissible': '{name} : candidature irrecevable',
  'candidacy.title.admitted': '{name} a un siège au comité',
  'candidacy.tab': 'Candidature : {name}',
  'candidacy.employer': 'Employeur : {employer}',
  'candidacy.motivation': 'Ses motivations',
  'candidacy.readAll': 'Lire toute la candidature',
  'candidacy.open': 'Ouvrir au vote',
  'candidacy.openTitle': 'Ouvrir le vote : faut-il accueillir {name} ?',
  'candidacy.openHelp':
    'La question, les règles et la liste des personnes inscrites sont arrêtées à cet instant : elles ne changent plus. Chaque membre trouve le vote dans ce qui l’attend.',
  'candidacy.closesOn': 'Dernier jour du vote',
  'candidacy.closesHint': 'Le vote dure {minDays} jours au moins. Sans date, il dure {days} jours.',
  'candidacy.opened': 'Le vote est ouvert.',
  'candidacy.new': 'Qui proposez-vous au comité ?',
  'candidacy.newLede': 'Le comité vote ensuite sur la candidature. Vous en serez le parrain ou la marraine.',
  'candidacy.newLedeAdmin': 'Le comité vote ensuite sur la candidature.',
  'candidacy.sponsor': 'Parrain ou marraine',
  'candidacy.name': 'Prénom et nom',
  'candidacy.email': 'Adresse électronique',
  'candidacy.employerField': 'Employeur',
  'candidacy.motivationField': 'Pourquoi cette personne ?',
  'candidacy.motivationHint': 'Son parcours, ce qu’elle apporterait, l’équipe qu’elle rejoindrait. Lu par le comité.',
  'candidacy.college': 'Pour la parité, cette personne compte parmi',
  'candidacy.collegeHint': 'Le comité compte autant de femmes que d’hommes : seuls les totaux sont affichés.',
  'candidacy.collegeUnknown': 'je ne sais pas',
  'candidacy.submit': 'Envoyer la candidature',
  'candidacy.sent': 'La candidature est déposée.',
} as const satisfies Dictionary
