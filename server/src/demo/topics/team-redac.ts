import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const writingTopics: DemoTopic[] = [
  {
    space: 'team-redac',
    title: 'Écrire « les habitantes et les habitants » sans alourdir',
    ...post(
      'karim-bensaidi',
      21 * DAY,
      `Notre [charte](page:charte-editoriale) demande une écriture qui n’efface personne et qui se lise bien. Sur le terrain, je vois trois textes par semaine où l’un des deux manque. On cherche ensemble des solutions qui tiennent **à l’oreille** ?`,
    ),
    replies: [
      post(
        'amaia-etchebarne',
        21 * DAY - 1 * HOUR,
        `Ma méthode : je cherche d’abord le mot qui englobe. « Les habitants » devient « la population », « le quartier », « vous ». « Vous » règle la moitié des cas et rend le texte plus chaleureux.`,
      ),
      post(
        'elodie-marchessaux',
        20 * DAY,
        `À l’hôpital, « les patientes et patients » une fois en tête d’article, puis « les malades », « les personnes hospitalisées ». Et pour les métiers, le genre réel : « une infirmière, un sage-femme », parce que ça existe.`,
      ),
      post(
        'felix-amoretti',
        20 * DAY - 3 * HOUR,
        `Je suis moins convaincu par « la population ». C’est un mot de préfecture. Personne ne dit « la population du rez-de-chaussée ».`,
      ),
      post(
        'amaia-etchebarne',
        20 * DAY - 4 * HOUR,
        `Juste. « Vos voisins et voisines du rez-de-chaussée », alors. Ou « au rez-de-chaussée, on dit que… »`,
      ),
      post(
        'ghjulia-ortolacci',
        19 * DAY,
        `Et le point médian ? Chez nous il est banni par délibération, chez d’autres il est demandé. Le comité ne peut pas trancher pour tout le monde.`,
      ),
      post(
        'karim-bensaidi',
        19 * DAY - 2 * HOUR,
        `Non, et je ne veux pas. La question utile : **un lecteur d’écran le lit-il bien ?** Anouche a testé, c’est inégal d’un logiciel à l’autre. La charte dira : préférer les mots entiers.`,
      ),
      post(
        'helene-wittersheim',
        18 * DAY,
        `Je propose cette phrase : « Nous écrivons pour que chacune et chacun se sache concerné, avec des mots que l’on peut lire à voix haute. » Tout le reste, ce sont des exemples.`,
      ),
      post('felix-amoretti', 18 * DAY - 1 * HOUR, `Rien à redire. C’est agaçant.`),
      post(
        'karim-bensaidi',
        17 * DAY,
        `Adopté à l’unanimité moins l’agacement de Félix. J’ai mis douze exemples réels dans la charte, à compléter.`,
      ),
    ],
  },
  {
    space: 'team-redac',
    title: 'Titres : la question ou la réponse ?',
    ...post(
      'nadia-rey',
      13 * DAY,
      `« Comment s’inscrire à la cantine ? » ou « Cantine : inscriptions jusqu’au 12, en ligne ou en mairie » ? Je penche pour le second. Mon équipe penche pour le premier, parce que c’est ce que les gens tapent.`,
    ),
    replies: [
      post(
        'guillaume-poujouly',
        13 * DAY - 2 * HOUR,
        `Le second sur le site, le premier dans la foire aux questions. Les deux usages existent.`,
      ),
      post(
        'ghjulia-ortolacci',
        13 * DAY - 5 * HOUR,
        `Test fait au printemps avec douze personnes au marché, deux affiches. La réponse en titre : dix personnes savaient la date en trois secondes. La question en titre : quatre.`,
      ),
      post(
        'nadia-rey',
        12 * DAY,
        `Douze personnes au marché valent mieux qu’un débat de bureau. Tu nous racontes la méthode ?`,
      ),
      post(
        'ghjulia-ortolacci',
        12 * DAY - 2 * HOUR,
        `Deux feuilles, un chronomètre, une question : « C’est jusqu’à quand ? » Vingt minutes en tout, et trois personnes m’ont offert des clémentines.`,
      ),
      post(
        'elodie-marchessaux',
        11 * DAY,
        `Une réserve : pour les sujets intimes (deuil, addictions, violences), la question protège. « Comment aider un proche qui boit ? » se clique. « Addictions : consultations le jeudi » ne se clique pas devant un collègue.`,
      ),
      post(
        'nadia-rey',
        10 * DAY,
        `Règle donc : la réponse en titre, sauf quand le sujet demande de la pudeur. Ça tient en une ligne, je l’ajoute à la charte.`,
      ),
    ],
  },
  {
    space: 'team-redac',
    title: 'Le magazine que personne ne reçoit',
    ...post(
      'helene-wittersheim',
      26 * DAY,
      `Retour d’enquête à Hohenwiller : 31 % des foyers disent ne pas recevoir le magazine. Or nous en distribuons un par boîte. Il y a un trou entre la presse et le paillasson, et j’aimerais comprendre lequel.`,
    ),
    replies: [
      post(
        'felix-amoretti',
        26 * DAY - 2 * HOUR,
        `Chez nous, c’était l’autocollant « pas de publicité ». Les distributeurs l’appliquaient au journal départemental. Une lettre au prestataire et 9 points de gagnés.`,
      ),
      post(
        'maelle-brossard',
        25 * DAY,
        `À Sauvagnac, nous avons laissé des piles à la boulangerie, à la pharmacie et au stade. Elles partent en deux jours. On distribue moins dans les boîtes, et on est plus lus.`,
      ),
      post(
        'guillaume-poujouly',
        25 * DAY - 4 * HOUR,
        `Dans le parc, le facteur. Il connaît les maisons habitées. Il dépose le journal dans les hameaux, nous laissons le reste en pile dans les commerces.`,
      ),
      post(
        'helene-wittersheim',
        20 * DAY,
        `C’était bien l’autocollant, pour un quart des cas. Pour le reste, une tournée entière oubliée depuis un changement de prestataire : 1 900 boîtes. Personne ne s’était plaint. C’est peut-être cela, le plus instructif.`,
      ),
      post(
        'amaia-etchebarne',
        20 * DAY - 1 * HOUR,
        `1 900 foyers sans magazine pendant un an et pas un appel… Il faut l’écrire dans le livre blanc, avec une grande délicatesse.`,
      ),
    ],
  },
  {
    space: 'team-redac',
    title: 'Relecture de « Bien débuter » : un œil neuf, s’il vous plaît',
    ...post(
      'guillaume-poujouly',
      7 * DAY,
      `La page [Bien débuter](page:bien-debuter) accueille nos nouveaux membres. Je l’ai écrite, je ne la vois plus. Qui la lit comme si c’était son premier jour ?`,
    ),
    replies: [
      post(
        'elodie-marchessaux',
        7 * DAY - 3 * HOUR,
        `Lue sur mon téléphone, dans le bus. C’est clair. Il manque une chose : _à qui je m’adresse si je n’ose pas poser ma question en public ?_`,
      ),
      post(
        'guillaume-poujouly',
        6 * DAY,
        `Ajouté : deux prénoms, un homme, une femme, et « aucune question n’est petite ».`,
      ),
      post(
        'karim-bensaidi',
        5 * DAY,
        `J’ai coupé quatre adverbes et un « bien entendu ». Rien d’autre à signaler, c’est une belle page.`,
      ),
    ],
  },
]
