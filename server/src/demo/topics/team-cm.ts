import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const communityTopics: DemoTopic[] = [
  {
    space: 'team-cm',
    title: 'Répondre le dimanche',
    ...post(
      'theo-barascud',
      10 * DAY,
      `Dimanche, 21 h 40, un message : « La salle des fêtes est ouverte et allumée, c’est normal ? » J’ai répondu. Puis j’ai appelé l’adjoint. Puis j’y suis allé. C’était le club de tango qui rangeait.

Je ne regrette pas. Mais je me demande où s’arrête la journée, quand on est seul.`,
    ),
    replies: [
      post(
        'yasmine-haddou',
        10 * DAY - 1 * HOUR,
        `D’abord : tout va bien pour le tango ? Ensuite, la vraie question : ton bulletin de paie dit-il quelque part que tu es d’astreinte ?`,
      ),
      post('theo-barascud', 10 * DAY - 2 * HOUR, `Le tango va très bien. Le bulletin, non.`),
      post(
        'yasmine-haddou',
        10 * DAY - 3 * HOUR,
        `Alors la journée s’arrête le vendredi, et ce n’est pas à toi de le décider seul un dimanche soir. Il faut une règle écrite, signée, affichée sur le compte.`,
      ),
      post(
        'remi-tournadre',
        9 * DAY,
        `Chez nous, le message automatique dit : « Nous lisons vos messages du lundi au vendredi, de 9 h à 17 h. **Un danger immédiat ? Appelez le 112.** Une fuite, une rue bloquée ? L’astreinte technique répond jour et nuit au numéro ci-dessous. » Les messages du week-end ont baissé d’un tiers.`,
      ),
      post(
        'nolwenn-treguidel',
        9 * DAY - 1 * HOUR,
        `Même chose ici, mais j’ai retiré « nous lisons vos messages », parce que les gens l’entendaient comme une promesse. J’ai mis « nous répondons ».`,
      ),
      post(
        'ketty-saint-aude',
        8 * DAY,
        `Je nuance pour les jours d’alerte météo : là, je _veux_ être au clavier. La différence, c’est que c’est prévu, payé, et qu’on est deux à se relayer toutes les quatre heures.`,
      ),
      post(
        'solene-arnoux',
        8 * DAY - 2 * HOUR,
        `@Théo Je t’envoie notre note de service. Elle tient en une page, ton maire peut la signer demain.`,
      ),
      post(
        'theo-barascud',
        6 * DAY,
        `Signée ce matin. Ma maire a ajouté à la main : « et le tango est prévenu ». Merci à vous.`,
      ),
    ],
  },
  {
    space: 'team-cm',
    title: 'Le commentaire que l’on ne masque pas',
    ...post(
      'nassim-ouhadda',
      16 * DAY,
      `Un locataire écrit sous chacune de nos publications, poliment, que son ascenseur est en panne depuis cinq semaines. C’est vrai. Ma hiérarchie me demande de masquer « pour ne pas polluer ». Je n’ai pas envie, mais je n’ai pas les mots.`,
    ),
    replies: [
      post(
        'boubacar-sidime',
        16 * DAY - 1 * HOUR,
        `Les mots : « Un service public ne masque que ce qui est illégal ou hors charte. Une critique exacte et courtoise n’est ni l’un ni l’autre. » Et juridiquement, effacer un propos licite sur une page publique, c’est risqué.`,
      ),
      post(
        'yasmine-haddou',
        16 * DAY - 2 * HOUR,
        `J’ajouterais un argument plus simple : si tu masques, il ira l’écrire ailleurs, avec une capture d’écran, et ce ne sera plus l’ascenseur le sujet.`,
      ),
      post(
        'remi-tournadre',
        15 * DAY,
        `Et réponds-lui _une bonne fois_, avec une date et un nom de service. Puis épingle cette réponse. Ensuite tu n’as plus qu’à y renvoyer.`,
      ),
      post(
        'nassim-ouhadda',
        14 * DAY,
        `J’ai eu le responsable technique : la pièce arrive jeudi. J’ai répondu avec la date, et j’ai proposé le portage des courses pour les trois personnes âgées de la cage d’escalier. La direction est d’accord.`,
      ),
      post(
        'nassim-ouhadda',
        9 * DAY,
        `Jeudi, pièce posée. Le monsieur a écrit sous notre dernière publication : « L’ascenseur marche. Merci. » Deux mots, et je crois que c’est ma meilleure semaine de l’année.`,
      ),
      post('ketty-saint-aude', 9 * DAY - 1 * HOUR, `Garde la capture pour les jours gris.`),
    ],
  },
  {
    space: 'team-cm',
    title: 'Nos horaires de publication : mythe ou réalité ?',
    ...post(
      'remi-tournadre',
      24 * DAY,
      `On m’a appris « 18 h, en semaine, jamais le lundi ». J’ai publié pendant un mois à des heures tirées au dé. Résultat : aucune différence au-delà du bruit, sauf pour les infos de circulation, à 7 h 15, qui font le double.`,
    ),
    replies: [
      post(
        'nolwenn-treguidel',
        24 * DAY - 2 * HOUR,
        `Donc ce n’est pas l’heure, c’est l’usage : à 7 h 15, les gens ont _besoin_ de savoir.`,
      ),
      post(
        'solene-arnoux',
        23 * DAY,
        `Combien de publications dans ton essai ? Avec trente, on ne verra jamais un petit effet.`,
      ),
      post(
        'remi-tournadre',
        23 * DAY - 1 * HOUR,
        `Quarante-quatre. Je ne dis pas que l’effet n’existe pas, je dis qu’il est plus petit que le choix du sujet. Et que mon dé est plus reposant que mon tableur.`,
      ),
      post(
        'theo-barascud',
        22 * DAY,
        `Pour une petite commune, ça change tout : si l’heure compte peu, je peux publier quand j’ai du temps, et non l’inverse.`,
      ),
      post('yasmine-haddou', 21 * DAY, `Ça mérite une ligne dans le livrable de l’atelier 2. Théo, tu la prends ?`),
      post('theo-barascud', 21 * DAY - 1 * HOUR, `Je la prends.`),
    ],
  },
  {
    space: 'team-cm',
    title: 'Vacances : qui garde la maison ?',
    ...post(
      'ketty-saint-aude',
      5 * DAY,
      `Trois semaines d’absence, une collègue formée en deux heures, un cyclone possible. Vous laissez quoi par écrit ?`,
    ),
    replies: [
      post(
        'nolwenn-treguidel',
        5 * DAY - 1 * HOUR,
        `Une feuille A4, pas plus : les accès (dans le coffre, pas sur la feuille), les trois numéros, les cinq messages déjà prêts, et « ce que tu as le droit de laisser sans réponse ». Ce dernier point rassure plus que tout.`,
      ),
      post(
        'boubacar-sidime',
        4 * DAY + 20 * HOUR,
        `Et une publication d’essai ensemble avant de partir. On découvre toujours que le téléphone de service demande un code que personne n’a.`,
      ),
      post(
        'ketty-saint-aude',
        4 * DAY,
        `Essai fait. Le code était dans le tiroir, sur un papier, sous les piles. Je pars tranquille. Je laisse aussi nos [réponses types](page:modele-reponses).`,
      ),
    ],
  },
]
