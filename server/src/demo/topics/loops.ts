import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const loopTopics: DemoTopic[] = [
  {
    space: 'boucle-presse',
    title: 'Embargo rompu : que fait-on ?',
    ...post(
      'sofia-carvalheiro',
      3 * DAY,
      `Un site local a publié notre plan vélo à 6 h, l’embargo courait jusqu’à 11 h. Les autres rédactions m’appellent, pas contentes, et je les comprends. Je lève tout de suite, ou je tiens ?`,
    ),
    replies: [
      post(
        'erwan-le-scouezel',
        3 * DAY - 10,
        `Lève tout de suite, pour tout le monde, par un message unique. Tenir un embargo mort, c’est punir ceux qui l’ont respecté.`,
      ),
      post(
        'samira-belhadri',
        3 * DAY - 18,
        `D’accord avec Erwan. Et donne aux autres quelque chose que le premier n’a pas : une photo, un élu à 9 h, un chiffre. Pas pour te venger, pour être juste.`,
      ),
      post(
        'sofia-carvalheiro',
        3 * DAY - 40,
        `Levé à 6 h 52. L’adjointe prend trois appels à 9 h, j’ai ouvert le dossier complet. Ça se calme.`,
      ),
      post('maelle-brossard', 3 * DAY - 3 * HOUR, `Et le site en question ?`),
      post(
        'sofia-carvalheiro',
        2 * DAY + 18 * HOUR,
        `Je les ai appelés à froid. Une programmation automatique mal réglée, le rédacteur était plus embêté que moi. Aucune raison de se fâcher, il a corrigé l’heure et s’est excusé auprès de ses confrères.`,
      ),
      post(
        'erwan-le-scouezel',
        2 * DAY + 16 * HOUR,
        `Appeler avant de juger. On devrait l’imprimer. Je l’ajoute au [dossier de presse d’une page](page:dossier-presse), dans la marge.`,
      ),
    ],
  },
  {
    space: 'boucle-presse',
    title: 'Un seul correspondant pour trente communes',
    ...post(
      'stephane-guivarcel',
      17 * DAY,
      `Notre correspondant de presse part à la retraite et ne sera pas remplacé. Il couvrait trente communes, à vélo, depuis 1998. Comment travaillez-vous quand il n’y a plus personne au bout du fil ?`,
    ),
    replies: [
      post(
        'benoit-wallaert',
        17 * DAY - 3 * HOUR,
        `On écrit des papiers prêts à être repris, avec photo légendée et un numéro direct. Mais j’ai un scrupule : si je suis le seul à raconter, qui me contredit ?`,
      ),
      post(
        'mathilde-queyrel',
        16 * DAY,
        `Ce scrupule, je le partage. Nous avons décidé de publier aussi les comptes rendus bruts et les budgets, sans titre ni adjectif, pour que quiconque puisse vérifier.`,
      ),
      post(
        'samira-belhadri',
        15 * DAY,
        `La radio associative d’ici forme des lycéens au reportage. Nous leur ouvrons les portes comme à n’importe quelle rédaction : même accès, mêmes questions désagréables. La semaine dernière, ils m’ont tenue vingt minutes sur le prix du bus.`,
      ),
      post('stephane-guivarcel', 14 * DAY, `Des lycéens à vélo, donc. La relève est là. Je les appelle lundi.`),
    ],
  },
  {
    space: 'boucle-ateliers',
    title: 'Qui apporte les rallonges ?',
    ...post(
      'solene-arnoux',
      8 * DAY,
      `Quatre salles, douze personnes par salle, deux prises par mur. Je ne plaisante qu’à moitié : l’an passé, le livrable de l’atelier 3 s’est arrêté à 11 % de batterie.`,
    ),
    replies: [
      post(
        'theo-barascud',
        8 * DAY - 1 * HOUR,
        `J’ai quatre rallonges et deux multiprises à la mairie, je les mets dans le coffre.`,
      ),
      post(
        'helene-wittersheim',
        8 * DAY - 2 * HOUR,
        `Je prends les étiquettes, le gros scotch et les feutres. Et du papier : si le réseau tombe, on écrira, il paraît que cela se faisait.`,
      ),
      post(
        'linh-phan',
        7 * DAY,
        `Pour le réseau, j’apporte deux boîtiers 4G. J’ai demandé le plan de la salle : le wifi du palais des congrès n’atteint pas la salle B.`,
      ),
      post('karim-bensaidi', 7 * DAY - 1 * HOUR, `La salle B, c’est la nôtre, évidemment. Merci Linh.`),
      post(
        'solene-arnoux',
        6 * DAY,
        `Liste close :

- [x] rallonges et multiprises (Théo)
- [x] scotch, feutres, papier (Hélène)
- [x] boîtiers 4G (Linh)
- [ ] boucle magnétique pour l’amphithéâtre (Samira vérifie)
- [ ] quelque chose de sucré pour 16 h (Erwan, tu as promis)`,
      ),
      post('erwan-le-scouezel', 6 * DAY - 1 * HOUR, `Promis, et du beurre salé.`),
    ],
  },
  {
    space: 'boucle-ateliers',
    title: 'Dix invités, dont deux silencieux',
    ...post(
      'samira-belhadri',
      5 * DAY,
      `Sur nos dix invités, deux n’ont encore rien écrit. Je ne veux ni les oublier ni les harceler. Comment faites-vous ?`,
    ),
    replies: [
      post(
        'ines-caradec',
        5 * DAY - 2 * HOUR,
        `Un message personnel avec une question à laquelle _eux seuls_ peuvent répondre. « Comment ça s’est passé, chez vous, pendant la crue ? » marche mieux que « n’hésitez pas ».`,
      ),
      post(
        'antoine-mazerolles',
        4 * DAY,
        `Chez nous, l’un des silencieux ne trouvait pas le bouton. Un appel de quatre minutes a suffi. Depuis, il a écrit la moitié de la page.`,
      ),
      post(
        'samira-belhadri',
        3 * DAY,
        `Appelés tous les deux. La première attendait « d’avoir quelque chose d’intelligent à dire ». Je lui ai répondu que nous aussi. Elle a posté le soir même, et c’était remarquable.`,
      ),
    ],
  },
]
