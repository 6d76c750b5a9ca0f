import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const committeeDecisionTopics: DemoTopic[] = [
  {
    space: 'comite',
    title: 'Candidature de Yanis Bellegarde : vos questions, ses réponses',
    ...post(
      'solene-arnoux',
      5 * DAY,
      `Je vous présente la candidature de **Yanis Bellegarde**, community manager d’une agglomération de 80 000 habitants. Nous avons préparé ensemble une soirée de formation au printemps, et j’ai vu quelqu’un qui écoute avant de répondre.

Il souhaite rejoindre #TeamVeille. Le vote est ouvert, il reste trois jours. Posez vos questions ici : je les lui transmets et je recopie ses réponses sans les arranger.`,
    ),
    replies: [
      post(
        'karim-bensaidi',
        5 * DAY - 2 * HOUR,
        `Merci Solène. Première question, toujours la même de ma part : **combien d’heures par mois peut-il nous donner, et son employeur est-il au courant ?** On a vu de très belles candidatures se heurter à un agenda.`,
      ),
      post(
        'solene-arnoux',
        4 * DAY + 20 * HOUR,
        `Sa réponse :

> Quatre heures par mois, le vendredi après-midi, et ma directrice est d’accord par écrit. Je préfère promettre peu et être là.`,
      ),
      post(
        'helene-wittersheim',
        4 * DAY + 15 * HOUR,
        `Qu’a-t-il envie d’apprendre chez nous ? On demande souvent ce que les gens apportent, rarement ce qu’ils viennent chercher.`,
      ),
      post(
        'solene-arnoux',
        4 * DAY + 2 * HOUR,
        `Je lui ai lu ta question au téléphone, il a ri, puis il a écrit :

> Apprendre à ne pas tout relayer. Je vois passer deux cents liens par semaine et je ne sais pas encore dire lequel comptera dans un an.`,
      ),
      post(
        'nassim-ouhadda',
        3 * DAY + 6 * HOUR,
        `Belle réponse. Il a tenu le fil de l’agglomération pendant la coupure d’eau de l’hiver dernier ? Si c’est lui, j’avais trouvé le ton très juste : un message toutes les deux heures, même pour dire « rien de nouveau ».`,
      ),
      post(
        'solene-arnoux',
        3 * DAY + 5 * HOUR,
        `C’est bien lui. Il précise que le rythme de deux heures venait de l’équipe d’astreinte, pas de lui, et qu’il tient à le dire.`,
      ),
      post(
        'beatrice-lamourere',
        2 * DAY + 3 * HOUR,
        `Rien que pour cette précision, j’ai voté. Une seule remarque pour nous tous : nous avons deux sièges libres, un par collège. Accueillir Yanis respecte la parité, mais il nous faudra chercher une candidate cet automne.`,
      ),
      post(
        'matthias-oberkirch',
        30 * HOUR,
        `Je me suis abstenu et je le dis, puisque le vote est nominatif : je ne le connais pas assez. Ce n’est pas une réserve. Bienvenue à lui si le comité le souhaite.`,
      ),
      post(
        'solene-arnoux',
        26 * HOUR,
        `C’est honnête, merci Matthias. Trente et un bulletins pour l’instant : pensez à voter, même pour vous abstenir.`,
      ),
    ],
  },
  {
    space: 'comite',
    title: 'Taux d’engagement : ne plus compter les réactions automatiques',
    ...post(
      'camille-puydebat',
      9 * DAY,
      `Dans notre formule, une réaction suggérée par l’application (le petit cœur qui s’affiche tout seul sous une vidéo) vaut autant qu’un commentaire de trois lignes. Sur les comptes que nous suivons, ces réactions pèsent désormais **41 % du total**, contre 12 % il y a deux ans.

Je propose de les sortir du calcul, et d’afficher pendant un an l’ancienne valeur à côté de la nouvelle. La formule actuelle et son histoire sont dans [Taux d’engagement](page:taux-engagement).`,
    ),
    replies: [
      post(
        'remi-tournadre',
        9 * DAY - 3 * HOUR,
        `D’accord sur le fond. Mais pour ma ville, ça veut dire annoncer à mes élus une baisse de moitié alors que rien n’a changé sur le terrain. Comment tu leur présentes ça ?`,
      ),
      post(
        'camille-puydebat',
        9 * DAY - 5 * HOUR,
        `Exactement comme tu viens de le faire : « la mesure change, pas la vie ». Et avec les deux chiffres sur la même ligne :

| Compte | Ancienne formule | Nouvelle formule |
| --- | ---: | ---: |
| Ville, 12 000 abonnés | 3,8 | 2,1 |
| Département, 54 000 abonnés | 1,9 | 1,2 |
| Université, 31 000 abonnés | 2,6 | 2,3 |

L’université bouge à peine : ses abonnés commentent. C’est une information que l’ancienne formule cachait.`,
      ),
      post(
        'ketty-saint-aude',
        8 * DAY + 4 * HOUR,
        `Je vais défendre le petit cœur. Chez nous, beaucoup d’aînés ne commentent jamais, par pudeur ou parce que le clavier est difficile. Le cœur, c’est leur façon de dire qu’ils ont lu. Les effacer, c’est dire que leur présence ne compte pas.`,
      ),
      post(
        'boubacar-sidime',
        8 * DAY + 2 * HOUR,
        `@Ketty Je comprends, et je vois la même chose à Vaucourt. Mais une réaction choisie et une réaction suggérée ne sont pas identiques. Peut-on les séparer techniquement ?`,
      ),
      post(
        'lucas-ferrandez',
        8 * DAY,
        `Oui pour deux réseaux sur trois : le fichier exporté distingue les deux colonnes. Pour le troisième, non. Il faudrait alors écrire « donnée non disponible », pas zéro.`,
      ),
      post(
        'ketty-saint-aude',
        7 * DAY + 20 * HOUR,
        `Alors je change d’avis : gardons les réactions choisies, retirons les suggérées, et disons clairement quand on ne sait pas. Ça me va.`,
      ),
      post(
        'matthias-oberkirch',
        7 * DAY + 3 * HOUR,
        `Attention à un effet de bord : si le troisième réseau est « non disponible », les comptes qui n’ont que lui sortent du classement. Ils sont 23 sur 410. Je propose de les présenter à part plutôt que de les faire disparaître.`,
      ),
      post(
        'camille-puydebat',
        7 * DAY,
        `Adopté pour ma part. Je réécris la proposition avec vos deux amendements : réactions choisies conservées, tableau à part pour les 23.`,
      ),
      post(
        'jacques-tessandier',
        5 * DAY + 8 * HOUR,
        `En ambassadeur qui a connu la version 1 : écrivez dans la page _pourquoi_ vous changez. En cinq ans, on nous a demandé la formule dix fois et la raison cent fois.`,
      ),
      post(
        'camille-puydebat',
        2 * DAY,
        `C’est fait, la section « Ce qui change et pourquoi » attend vos relectures. Si personne ne s’y oppose, la proposition passe au vote après la réunion trimestrielle.`,
      ),
    ],
  },
  {
    space: 'comite',
    title: 'Quitter un réseau sans perdre ses habitants',
    ...post(
      'maelle-brossard',
      6 * DAY,
      `À Sauvagnac, le conseil municipal souhaite fermer l’un de nos comptes. Il a 4 200 abonnés, dont une bonne part ne nous suit nulle part ailleurs. Je n’ai rien contre la décision. J’aimerais juste ne pas laisser 4 200 personnes devant une porte close.

Qui l’a déjà fait ? Qu’est-ce que vous referiez, qu’est-ce que vous ne referiez plus ?`,
    ),
    replies: [
      post(
        'clotilde-vanhoucke',
        6 * DAY - 1 * HOUR,
        `Fait il y a dix-huit mois. Ce que je referais : prévenir **huit semaines** avant, et le redire chaque semaine avec la même image. Ce que je ne referais plus : fermer un vendredi.`,
      ),
      post(
        'peio-harispuru',
        6 * DAY - 4 * HOUR,
        `Nous avons gardé le compte ouvert, muet, avec un message épinglé en deux langues qui dit où nous trouver. Il reçoit encore une trentaine de questions par mois. Quelqu’un les lit le lundi et répond par un lien.`,
      ),
      post(
        'nolwenn-treguidel',
        5 * DAY + 18 * HOUR,
        `Je serais plus prudente sur le compte muet : pendant la tempête, des gens nous ont écrit là-bas et ont cru qu’on les ignorait. Si vous le gardez, il faut le surveiller les jours d’alerte. Sinon, mieux vaut le fermer vraiment.`,
      ),
      post(
        'peio-harispuru',
        5 * DAY + 17 * HOUR,
        `Tu as raison, et c’est d’ailleurs écrit dans notre consigne d’astreinte depuis. J’aurais dû le préciser.`,
      ),
      post(
        'judicael-techer',
        5 * DAY + 6 * HOUR,
        `Ici la question s’est posée pour les alertes cycloniques. Réponse de la préfecture : ne supprimez jamais un canal d’alerte avant que le suivant ait **servi une fois pour de vrai**. Un exercice suffit, mais il en faut un.`,
      ),
      post(
        'maelle-brossard',
        4 * DAY + 21 * HOUR,
        `Je note tout. Donc, si je résume :

1. annoncer huit semaines avant, avec une image qui ne change pas ;
2. inscrire les gens ailleurs _pendant_ ces huit semaines (lettre, SMS d’alerte) ;
3. faire un exercice sur le nouveau canal ;
4. fermer un mardi ;
5. archiver les messages, parce que la loi le demande et parce que c’est un bout d’histoire.

Il me manque le nom : qui garde l’identifiant pour que personne ne le reprenne ?`,
      ),
      post(
        'gaspard-lemoussu',
        4 * DAY + 12 * HOUR,
        `Gardez le compte « réservé » : vide, verrouillé, avec double authentification et deux personnes qui connaissent le coffre. Un identifiant abandonné est repris en moyenne assez vite, et jamais par quelqu’un qui vous veut du bien.`,
      ),
      post(
        'sylvain-charbouillot',
        3 * DAY + 9 * HOUR,
        `Le mot d’un maire : expliquez aussi _pourquoi_. Chez moi, le plus dur n’a pas été de partir, c’est que l’on ait cru que nous fuyions les critiques. J’ai fait une réunion dans la salle des fêtes, vingt-deux personnes, et la rumeur s’est arrêtée là.`,
      ),
      post(
        'maelle-brossard',
        3 * DAY,
        `Vingt-deux personnes et un pichet de café, c’est retenu. Je rédige une page avec tout cela et je la dépose dans le wiki avant la réunion. Merci à vous, vraiment.`,
      ),
    ],
  },
]
