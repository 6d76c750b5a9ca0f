import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

const language: DemoTopic[] = [
  {
    space: 'atelier-3',
    title: 'La phrase dont je ne suis pas fier',
    ...post(
      'karim-bensaidi',
      25 * DAY,
      `Je donne l’exemple. Sur notre site, pendant deux ans : « Les administrés sont invités à se rapprocher des services compétents aux fins de régularisation de leur situation. » J’en suis l’auteur.`,
    ),
    replies: [
      post(
        'fatou-sanoussi',
        25 * DAY - 2 * HOUR,
        `À l’accueil, cette phrase devient : « Ils veulent quoi ? » Je traduis toute la journée. Ma version : « Il manque un papier à votre dossier. Appelez-nous, nous vous dirons lequel. »`,
      ),
      post(
        'celine-rosaz',
        24 * DAY,
        `Juriste, donc suspecte. La mienne : « À défaut de réponse dans le délai imparti, votre demande sera réputée abandonnée. » Je ne peux pas supprimer la conséquence. Mais je peux dire la date.`,
      ),
      post(
        'marilou-escoffre',
        24 * DAY - 3 * HOUR,
        `« Répondez avant le 30. Après cette date, il faudra refaire toute la demande. » La conséquence est là, on la comprend, et on a un peu moins peur. Nos relecteurs, qui ont un handicap intellectuel, ont validé.`,
      ),
      post(
        'celine-rosaz',
        23 * DAY,
        `Juridiquement, c’est équivalent. Je le signe. Je suis un peu vexée que ce soit plus court.`,
      ),
      post(
        'vincent-roumegous',
        22 * DAY,
        `Nous envoyons 64 000 courriers par an. Si chaque phrase obscure provoque un appel sur vingt, je vous laisse compter. J’ai compté : trois personnes à plein temps.`,
      ),
      post(
        'helene-wittersheim',
        21 * DAY,
        `Vincent, ce chiffre vaut tous les discours sur la clarté. Il ouvre [Dix phrases réécrites](page:langue-claire).`,
      ),
    ],
  },
  {
    space: 'atelier-3',
    title: 'Faire lire, vraiment : comment tester un texte ?',
    ...post(
      'anouche-terzakian',
      15 * DAY,
      `On parle beaucoup de tests d’utilisateurs, et l’on n’en fait jamais, faute de temps. Quelle est la version la plus petite qui serve encore à quelque chose ?`,
    ),
    replies: [
      post(
        'tanguy-le-berrigaud',
        15 * DAY - 2 * HOUR,
        `Trois personnes, une question chacune : « Que devez-vous faire, et avant quand ? » Si l’une hésite, on réécrit.`,
      ),
      post(
        'ousmane-kantara',
        14 * DAY,
        `À la maison des services, je donne le texte, je compte jusqu’à vingt dans ma tête, je retourne la feuille. « Racontez-moi. » Ce qu’ils racontent, c’est le texte. Le reste, c’était du papier.`,
      ),
      post(
        'beatrice-lamourere',
        13 * DAY,
        `J’ai essayé la feuille retournée avec mon propre éditorial. On m’a raconté la photo.`,
      ),
      post(
        'lucie-pontvallain',
        13 * DAY - 1 * HOUR,
        `Béatrice, c’est arrivé aux meilleures plumes, et une bonne photo, ça se raconte.`,
      ),
      post(
        'florent-peyrissac',
        11 * DAY,
        `Je propose d’inscrire la feuille retournée dans le livrable : vingt secondes, trois personnes, une question. Coût total : dix minutes.`,
      ),
      post(
        'anouche-terzakian',
        10 * DAY,
        `C’est exactement la petite version que je cherchais. Pensez à inclure une personne qui lit avec une loupe ou un lecteur d’écran, je vous en présente volontiers.`,
      ),
    ],
  },
  {
    space: 'atelier-3',
    title: 'Deux langues sur une affiche',
    ...post(
      'peio-harispuru',
      8 * DAY,
      `Chez nous, tout paraît en deux langues. L’affiche double, la police rapetisse, et finalement personne ne lit ni l’une ni l’autre. Maylis traduit superbement, le problème n’est pas là : c’est la place.`,
    ),
    replies: [
      post(
        'maylis-duhalde',
        8 * DAY - 1 * HOUR,
        `Le problème est que l’on traduit un texte français déjà trop long. Si l’on écrivait _pour deux langues_ dès le départ, on aurait douze mots au lieu de quarante.`,
      ),
      post(
        'thibault-schirmeck',
        7 * DAY,
        `Même combat à Hohenwiller avec l’alsacien. Nous avons fini par alterner : une affiche sur deux. Les gens lisent les deux, par jeu.`,
      ),
      post(
        'elodie-marchessaux',
        6 * DAY,
        `À l’hôpital, nous avons sept langues à l’accueil. La solution a été le dessin, plus un seul mot par langue. Le mot le plus utile : « ici ».`,
      ),
      post(
        'peio-harispuru',
        5 * DAY,
        `Douze mots, un dessin, et « ici » deux fois. On essaie sur l’affiche de la collecte des déchets verts, je vous montre le résultat.`,
      ),
    ],
  },
]

const machine: DemoTopic[] = [
  {
    space: 'atelier-4',
    title: 'Carnet d’usages : première semaine',
    ...post(
      'linh-phan',
      20 * DAY,
      `Chacun tient son carnet : la tâche, le temps gagné, l’erreur repérée, le doute. J’ouvre le mien. Résumé d’une réunion de deux heures : quarante minutes gagnées. Erreur : la machine a attribué à l’élu une phrase de l’opposition. Doute : et si je n’avais pas été dans la salle ?`,
    ),
    replies: [
      post(
        'alix-grandvoisin',
        19 * DAY,
        `Dix titres proposés pour un article. Aucun gardé, mais le septième m’a donné le huitième. Temps gagné : zéro. Plaisir : un peu.`,
      ),
      post(
        'mai-lan-duong',
        18 * DAY,
        `Légendes de photos anciennes. Elle décrit très bien les chapeaux et invente les noms. J’ai arrêté pour les noms, j’ai gardé les chapeaux.`,
      ),
      post(
        'hakim-belounes',
        18 * DAY - 3 * HOUR,
        `Pareil pour les textes alternatifs : un bon premier jet, à condition de relire chaque fois. Sur cinquante images, trois contresens, dont un qui aurait blessé quelqu’un.`,
      ),
      post(
        'shirine-kavandi',
        16 * DAY,
        `Du côté des données personnelles : sur vos carnets, quatre usages sur onze ont envoyé des noms à un service extérieur. Personne n’y a pensé, et c’est normal. Il faut que la règle soit plus simple que le geste.`,
      ),
      post(
        'wilfrid-jean-marius',
        15 * DAY,
        `À la DSI, nous avons donc installé un outil interne : plus lent, moins bavard, mais rien ne sort. L’usage extérieur est tombé de lui-même en un mois. La commodité fait la loi, autant la fabriquer.`,
      ),
      post(
        'antoine-mazerolles',
        14 * DAY,
        `« La règle plus simple que le geste » : voici la première ligne de notre [manifeste](page:ia-manifeste).`,
      ),
    ],
  },
  {
    space: 'atelier-4',
    title: 'Faut-il dire qu’une machine a aidé ?',
    ...post(
      'clotilde-vanhoucke',
      10 * DAY,
      `Si un texte a été corrigé par un outil, je ne le signale pas, pas plus que mon dictionnaire. S’il a été écrit par un outil, oui. Mais entre les deux ? Où mettez-vous la ligne ?`,
    ),
    replies: [
      post(
        'ronan-quemeneur',
        10 * DAY - 2 * HOUR,
        `Ma ligne : qui répond si c’est faux ? Si c’est moi, c’est mon texte. Si je ne peux pas en répondre, je ne le publie pas, mention ou non.`,
      ),
      post(
        'pauline-estivalet',
        9 * DAY,
        `Pour l’image, je suis plus stricte. Une photo fabriquée d’une rue qui existe, même jolie, c’est un mensonge sur la rue. Mention obligatoire, et jamais pour représenter des habitants.`,
      ),
      post(
        'maxence-dubrulloy',
        8 * DAY,
        `N’oublions pas les collègues : la mention protège aussi celui qui a fait le travail. Si l’on crédite la machine, qu’on crédite la graphiste.`,
      ),
      post(
        'noemie-sauvestre',
        8 * DAY - 2 * HOUR,
        `Merci Maxence. J’ai vu passer une plaquette où l’outil était cité et pas le photographe.`,
      ),
      post(
        'gaspard-lemoussu',
        7 * DAY,
        `Je propose trois cas : _corrigé_ (rien à dire), _préparé_ (on relit tout et l’on en répond, mention en fin de page), _fabriqué_ (mention visible, à côté). Et une liste courte de ce que l’on ne fabrique jamais.`,
      ),
      post(
        'clotilde-vanhoucke',
        6 * DAY,
        `Corrigé, préparé, fabriqué. C’est simple, on peut l’expliquer à un élu en vingt secondes. Je vote pour, si l’on votait.`,
      ),
    ],
  },
]

export const languageAndMachineTopics: DemoTopic[] = [...language, ...machine]
