import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const committeeLifeTopics: DemoTopic[] = [
  {
    space: 'comite',
    title: 'Réunion trimestrielle : l’ordre du jour se construit ici',
    ...post(
      'laurence-vialatoux',
      4 * DAY,
      `La prochaine réunion aura lieu en visio, deux heures, pas une minute de plus. J’ai commencé la liste :

- [x] accueil de Fanny
- [ ] état des quatre ateliers, trois minutes chacun
- [ ] révision du taux d’engagement
- [ ] jury des Hashtags : où en est-on ?

Ajoutez vos points en réponse, avec le temps que vous demandez. Le compte rendu de la fois précédente est [ici](page:compte-rendu).`,
    ),
    replies: [
      post(
        'solene-arnoux',
        4 * DAY - 2 * HOUR,
        `Candidature de Yanis : cinq minutes pour annoncer le résultat, sans débat puisque le vote sera clos.`,
      ),
      post(
        'ines-caradec',
        4 * DAY - 3 * HOUR,
        `Pour les ateliers, je propose que les invités ne soient pas là, mais que chaque binôme apporte **une** question ouverte. Trois minutes de question valent mieux que dix d’état d’avancement.`,
      ),
      post(
        'olivier-castagnede',
        3 * DAY + 12 * HOUR,
        `Je demande dix minutes sur la fatigue des équipes. Je ne suis pas le seul, on me l’a dit en aparté, et je crois que ce serait bien de ne plus se le dire seulement en aparté.`,
      ),
      post(
        'aissatou-diabira',
        3 * DAY + 11 * HOUR,
        `Merci Olivier. J’appuie, et je veux bien préparer ce point avec toi.`,
      ),
      post(
        'laurence-vialatoux',
        3 * DAY + 4 * HOUR,
        `Noté, et je le place en deuxième, quand on est encore réveillés. Ordre du jour :

| Point | Qui | Durée |
| --- | --- | ---: |
| Accueil | Laurence | 5 min |
| La fatigue des équipes | Olivier et Aïssatou | 15 min |
| Une question par atelier | les quatre binômes | 25 min |
| Taux d’engagement | Camille | 20 min |
| Jury des Hashtags | Stéphane | 10 min |
| Candidature, calendrier | Solène | 10 min |`,
      ),
      post(
        'anouche-terzakian',
        2 * DAY + 6 * HOUR,
        `Petit rappel utile : sous-titres automatiques activés, micros coupés, et l’on dit son prénom avant de parler. Cela aide les personnes sourdes, et celles qui suivent depuis un train.`,
      ),
      post('laurence-vialatoux', 2 * DAY + 5 * HOUR, `C’est dans l’invitation. Merci Anouche.`),
    ],
  },
  {
    space: 'comite',
    title: 'Bienvenue à Fanny Deschaseaux',
    ...post(
      'guillaume-poujouly',
      100 * DAY,
      `Le comité a dit oui, sans veto : **Fanny Deschaseaux** nous rejoint. Elle est chargée de communication d’une communauté de communes de montagne, quinze villages, une seule route l’hiver. Je l’ai vue faire venir quatre-vingts personnes à une réunion publique sur les ordures ménagères. Je n’en dis pas plus.`,
    ),
    replies: [
      post(
        'fanny-deschaseaux',
        100 * DAY - 2 * HOUR,
        `Merci à vous toutes et tous. Pour la réunion, le secret était la soupe. Je suis un peu impressionnée, je vais surtout écouter les premières semaines.`,
      ),
      post(
        'maelle-brossard',
        100 * DAY - 3 * HOUR,
        `Bienvenue Fanny. Tu peux commencer par [Bien débuter](page:bien-debuter) : quinze minutes de lecture, et la liste de tout ce qu’il est permis de ne pas savoir.`,
      ),
      post(
        'rui-figueiral',
        100 * DAY - 6 * HOUR,
        `Bienvenue. Et sache qu’ici, écouter les premières semaines dure en général quatre jours.`,
      ),
      post(
        'fanny-deschaseaux',
        96 * DAY,
        `@Rui Quatre jours pile. J’ai une question : quand une équipe est « ouverte en lecture », ai-je le droit d’y répondre ?`,
      ),
      post(
        'yasmine-haddou',
        96 * DAY - 1 * HOUR,
        `Lire oui, répondre non, sauf si tu rejoins l’équipe, et on n’attend que ça à #TeamCM. Il suffit de me le dire.`,
      ),
      post('francoise-delaunoy', 95 * DAY, `Quel plaisir de voir la montagne entrer au comité. Bienvenue, Fanny.`),
    ],
  },
  {
    space: 'comite',
    title: 'Renouvellement : dire tôt si l’on reste',
    ...post(
      'mathilde-queyrel',
      15 * DAY,
      `Chaque année, chacun choisit : rester, devenir ambassadeur ou ambassadrice, partir. L’an dernier, onze personnes ont répondu dans les trois derniers jours, et nous avons refait trois fois le compte des sièges.

Peut-on se promettre de répondre un mois avant ? Personne ne demande de raison.`,
    ),
    replies: [
      post(
        'benoit-wallaert',
        15 * DAY - 4 * HOUR,
        `Promis. Et je le dis déjà : je resterai une année de plus, puis je laisserai ma place. Sept ans, c’est bien.`,
      ),
      post(
        'sofia-carvalheiro',
        14 * DAY,
        `J’hésite, et j’aimerais pouvoir répondre « j’hésite ». On ferait le point ensemble plutôt que de disparaître en silence.`,
      ),
      post(
        'mathilde-queyrel',
        14 * DAY - 2 * HOUR,
        `Bonne idée. « J’hésite » ouvre une conversation à deux, avec quelqu’un que l’on choisit, et rien n’est écrit nulle part.`,
      ),
      post(
        'rachida-amrouni',
        13 * DAY,
        `En ambassadrice depuis deux ans : partir du comité n’a pas été une fin. Je lis, je réponds quand je sais, je ne vote plus sur les admissions, et j’ai récupéré mes vendredis. Demandez-moi si vous voulez savoir comment c’est.`,
      ),
      post('sofia-carvalheiro', 13 * DAY - 1 * HOUR, `@Rachida Je vais te demander, oui. Merci.`),
    ],
  },
  {
    space: 'comite',
    title: '« Les Hashtags » : lire vingt dossiers sans se fatiguer',
    ...post(
      'stephane-guivarcel',
      7 * DAY,
      `Le jury est ouvert : quatre catégories, cinq dossiers chacune. Voter est notre seule obligation de l’année, autant la rendre agréable. Comment vous y prenez-vous pour rester justes jusqu’au vingtième ?`,
    ),
    replies: [
      post(
        'noemie-sauvestre',
        7 * DAY - 2 * HOUR,
        `Une catégorie par soir, jamais deux. Je lis tout sans noter, je dors, et je note le lendemain matin.`,
      ),
      post(
        'tuan-le-vaillant',
        7 * DAY - 5 * HOUR,
        `Je lis dans un ordre tiré au sort. Le premier dossier que l’on ouvre fixe l’échelle sans qu’on s’en rende compte.`,
      ),
      post(
        'linh-phan',
        6 * DAY + 3 * HOUR,
        `Et je me pose toujours la même question : « Si ce projet avait eu moitié moins d’argent, serait-il encore bon ? » Elle remet les petites communes à leur place, c’est-à-dire souvent devant.`,
      ),
      post(
        'arnaud-pfertzel',
        5 * DAY,
        `Ma ville est nommée dans une catégorie. Je me suis récusé pour toute la catégorie, pas seulement pour notre dossier : noter les concurrents serait encore une façon de voter pour nous.`,
      ),
      post(
        'stephane-guivarcel',
        5 * DAY - 1 * HOUR,
        `C’est la règle, et tu la dis mieux que le règlement. Même chose pour toutes les personnes dont l’employeur est nommé.`,
      ),
      post(
        'nassim-ouhadda',
        3 * DAY,
        `Question bête : que faire quand un dossier est magnifique, mais que je n’ai trouvé aucun résultat mesuré ?`,
      ),
      post(
        'camille-puydebat',
        3 * DAY - 2 * HOUR,
        `Pas bête du tout. Regarde s’il dit _ce qu’il voulait changer_. Un objectif sans chiffre reste un objectif. Un beau film sans objectif reste un beau film, et il y a d’autres prix pour cela.`,
      ),
    ],
  },
]
