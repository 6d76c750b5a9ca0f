import type { Dictionary } from '../../../../i18n/message.ts'

export const fr = {
  'secret.title': 'Ce vote est secret',
  'secret.who': 'On voit combien de personnes ont voté, jamais qui a voté quoi : ni les membres, ni l’administration.',
  'secret.once': 'Un bulletin secret se dépose une seule fois. Il ne pourra être ni relu, ni changé, ni retiré.',
  'secret.unanimity':
    'Si tout le monde fait le même choix, le résultat dit à lui seul ce que chaque personne a voté. Moins il y a de votes, plus ce risque est grand.',
  'secret.more': 'Ce que le secret protège, et ce que la personne qui tient le serveur pourrait encore voir',
  'secret.askTitle': 'Déposer ce bulletin ?',
  'secret.asked': 'Votre bulletin : {choice}.',
  'secret.askedOnce': 'Il se dépose une seule fois : vous ne pourrez ni le relire, ni le changer, ni le retirer.',
  'secret.cast': 'Déposer mon bulletin',
  'receipts.done': 'Votre bulletin secret est enregistré',
  'receipts.unsure': 'Un bulletin est enregistré pour vous',
  'receipts.unsureHelp':
    'La réponse du serveur s’est perdue en route. Vos reçus sont gardés : après la clôture, ils montreront lequel de vos envois a été compté.',
  'receipts.none':
    'Cet appareil n’a pas de reçu de votre bulletin : vous avez voté ailleurs, ou vous les avez effacés. Votre bulletin compte tout de même.',
  'receipts.what':
    'Votre navigateur a tiré un reçu au hasard et le garde sur cet appareil. Après la clôture, il vous permettra de retrouver votre bulletin dans la liste publiée.',
  'receipts.notKept':
    'Cet appareil refuse de garder vos reçus. Enregistrez-les maintenant : en quittant cette page, vous les perdrez.',
  'receipts.shared':
    'Sur un ordinateur partagé, enregistrez vos reçus ailleurs puis effacez-les d’ici : quiconque les lit sait ce que vous avez voté. Se déconnecter les efface aussi.',
  'receipts.proof':
    'Un reçu permet aussi de prouver votre vote à quelqu’un d’autre. Ne le montrez pas à qui pourrait vous le demander.',
  'receipts.show': { one: 'Voir mon reçu', other: 'Voir mes {count} reçus' },
  'receipts.save': 'Enregistrer dans un fichier',
  'receipts.copy': 'Copier',
  'receipts.copied': 'Vos reçus sont copiés.',
  'receipts.notCopied': 'La copie n’a pas fonctionné : enregistrez plutôt le fichier.',
  'receipts.print': 'Imprimer',
  'receipts.forget': 'Effacer de cet appareil',
  'receipts.forgetTitle': 'Effacer vos reçus de cet appareil ?',
  'receipts.forgetHelp':
    'Votre bulletin reste compté. Sans reçu, vous ne pourrez plus le retrouver dans la liste publiée, et personne ne pourra vous en redonner un.',
  'receipts.forgotten': 'Vos reçus sont effacés de cet appareil.',
  'secret.line.yes': 'Oui',
  'secret.line.no': 'Non',
  'secret.line.abstain': 'Abstention',
  'secret.line.blank': 'Vote blanc',
  'secret.line.number': '{number} {unit}',
  'secret.line.approved': '{option} : approuvé',
  'secret.line.notApproved': '{option} : non approuvé',
  'secret.line.grade': '{option} : {grade}',
  'check.title': 'Vérifier mon bulletin',
  'check.what':
    'Votre navigateur cherche vos reçus dans la liste publiée, puis recompte toute la liste. Rien n’est envoyé au serveur.',
  'check.act': 'Vérifier mon bulletin',
  'check.actList': 'Recompter la liste publiée',
  'check.noReceipts': 'Cet appareil n’a pas vos reçus. Vous pouvez ouvrir le fichier où vous les aviez enregistrés.',
  'check.open': 'Ouvrir mes reçus',
  'check.unreadable': 'Ce fichier ne contient pas de reçus de ce vote.',
  'check.working': 'Vérification…',
  'check.found': 'Votre bulletin est dans la liste publiée, tel que vous l’avez déposé',
  'check.sealed': 'Vos reçus sont dans la liste publiée',
  'check.sealedHelp':
    'Avec moins de vingt classements, leur contenu n’est pas publié : un classement complet dit souvent de qui il vient. Le décompte par paires est publié avec le résultat.',
  'check.wrong': 'Votre bulletin n’est pas dans la liste publiée tel que vous l’avez déposé',
  'check.wrongHelp':
    'Parlez-en aux personnes qui animent l’espace. Leur montrer vos reçus leur révèle aussi votre vote.',
  'check.withheld': 'Rien à vérifier : moins de cinq bulletins ont été déposés, leur liste n’est pas publiée',
  'check.state.found': 'trouvé',
  'check.state.sealed': 'trouvé, sans son contenu',
  'check.state.withdrawn': 'trouvé, sans son contenu : cette option a été retirée',
  'check.state.missing': 'absent de la liste',
  'check.state.altered': 'modifié dans la liste',
  'check.state.forged': 'reçu abîmé : il ne correspond pas à ce bulletin',
  'check.list.ok': {
    one: 'La liste publiée, recomptée ici, donne bien le résultat annoncé ({count} ligne).',
    other: 'La liste publiée, recomptée ici, donne bien le résultat annoncé ({count} lignes).',
  },
  'check.list.sealed': {
    one: 'La liste publiée est celle dont le journal garde l’empreinte ({count} reçu).',
    other: 'La liste publiée est celle dont le journal garde l’empreinte ({count} reçus).',
  },
  'check.list.bad': 'La liste publiée ne correspond pas au résultat ou au journal du vote.',
  'check.log.ok': 'Les empreintes du journal se suivent sans faille.',
  'check.log.compare': 'Comparer le journal avec l’empreinte reçue par courriel',
  'check.log.bad': 'Le journal du vote a été modifié.',
  'check.download': 'Télécharger la liste publiée',
  'page.tab': 'Le secret du vote',
  'page.title': 'Ce que le secret protège, et ce que la personne qui tient le serveur pourrait encore voir',
  'page.lede':
    'Un vote secret, ici, veut dire : aucun écran, aucun fichier et aucune table ne relie une personne à son choix. Voici comment, et où cela s’arrête.',
  'page.protects': 'Ce qui est protégé',
  'page.protects.tables':
    'La liste des personnes inscrites retient que vous avez voté, sans date ni heure. Les bulletins sont rangés ailleurs, sans nom, sans numéro et sans heure. Rien ne mène de l’une aux autres.',
  'page.protects.order':
    'À chaque bulletin, tous les bulletins et toute la liste sont réécrits, dans un ordre qui ne doit rien à l’heure d’arrivée : une sauvegarde faite en cours de vote ne dit pas qui est venu quand.',
  'page.protects.log':
    'Le journal du vote ne contient rien entre l’ouverture et la clôture. Aucun courriel n’accompagne un bulletin. Les journaux techniques ne gardent pas le contenu des envois.',
  'page.protects.lines':
    'Quand on note ou approuve plusieurs options, chaque option est publiée séparément : personne ne peut recomposer l’ensemble de vos réponses.',
  'page.protects.small':
    'Il faut au moins cinq personnes sur la liste. Avec moins de cinq bulletins, seule l’issue est publiée ; avec moins de vingt classements, aucun classement n’est publié.',
  'page.verify': 'Ce que vous pouvez vérifier',
  'page.verify.receipt':
    'Avant l’envoi, votre navigateur tire un reçu au hasard et le garde. À la clôture, la liste de tous les reçus est publiée avec leur contenu. Vous y retrouvez le vôtre, et n’importe qui peut recompter.',
  'page.verify.root':
    'L’empreinte de cette liste est écrite au journal du vote, dont l’empreinte est envoyée à toute la liste des personnes inscrites. Une ligne ajoutée, retirée ou changée après coup se voit.',
  'page.operator': 'Ce que la personne qui tient le serveur pourrait encore voir',
  'page.operator.lead':
    'Le logiciel ne montre rien à la personne qui tient le serveur ; mais quelqu’un qui voudrait tricher, avec tous les accès, pourrait :',
  'page.operator.traffic':
    'observer les envois au moment où ils arrivent, en modifiant le programme ou en l’écoutant ;',
  'page.operator.storage':
    'comparer deux copies des fichiers de la base, prises juste avant et juste après un vote, ou relire le journal interne de la base de données ;',
  'page.operator.script': 'vous servir une page modifiée, qui enverrait votre choix ailleurs ;',
  'page.operator.presence':
    'savoir quand vous étiez connecté·e, et à quelle heure un bulletin est parti de votre adresse sur le réseau.',
  'page.operator.limit':
    'Nous n’avons pas ajouté de chiffrement dans le navigateur : servi par le même serveur qui compte, il promettrait plus qu’il ne tient.',
  'page.not': 'Ce que le secret ne protège pas',
  'page.not.unanimity':
    'L’unanimité : si tout le monde fait le même choix, le résultat le dit. Il en va de même d’un choix que vous seriez seul·e à pouvoir faire.',
  'page.not.pressure':
    'La pression : avec votre reçu, vous pouvez prouver votre vote, donc quelqu’un peut vous le demander. Effacez-le si vous craignez cela.',
  'page.not.device': 'Votre appareil : qui peut lire votre écran ou votre navigateur peut lire votre vote.',
  'page.stakes': 'Quand l’enjeu est plus grand',
  'page.stakes.belenios':
    'Pour une élection statutaire ou un vote disputé, confiez-le à un service fait pour cela, où le secret est partagé entre plusieurs personnes : Belenios, par exemple.',
} as const satisfies Dictionary
