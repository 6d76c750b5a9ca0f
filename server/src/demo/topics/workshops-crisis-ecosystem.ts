import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

const crisis: DemoTopic[] = [
  {
    space: 'atelier-1',
    title: 'Racontez-nous une crise, même petite',
    ...post(
      'samira-belhadri',
      30 * DAY,
      `Pour faire connaissance : une crise que vous avez vécue, ce que vous saviez à la première minute, et ce que vous auriez voulu trouver écrit. Je commence. Une odeur de gaz près d’une école, un vendredi à 16 h 10. Je savais le nom de l’école. Je ne savais pas si les enfants étaient sortis. J’aurais voulu avoir le portable de la directrice, pas le standard.`,
    ),
    replies: [
      post(
        'sandrine-mirebel',
        29 * DAY,
        `Bonjour à tous. Je suis secrétaire de mairie, 640 habitants. Notre crise : la crue du ruisseau, de nuit. Le maire était au bord de l’eau, moi au téléphone. Ce qui m’a manqué : **une liste des personnes seules, sur papier**. L’ordinateur était dans le noir.`,
      ),
      post(
        'bastien-rouvelet',
        29 * DAY - 3 * HOUR,
        `Sandrine, c’est exactement ce que nous demandons aux communes en arrivant. Une liste papier, mise à jour deux fois par an, dans une chemise rouge. Je vous envoie notre modèle.`,
      ),
      post(
        'leila-hachemane',
        28 * DAY,
        `Réseau de bus, panne générale d’affichage à 7 h 30. À la première minute je savais tout, mais je n’avais le droit de rien dire avant validation. La validation est arrivée à 9 h 05. À cette heure, les voyageurs avaient écrit l’histoire à notre place.`,
      ),
      post(
        'erwan-le-scouezel',
        28 * DAY - 2 * HOUR,
        `Leïla met le doigt sur le cœur du sujet. Je propose qu’on parle d’une **liste de phrases validées d’avance** : ce que l’on peut dire sans demander, à toute heure.`,
      ),
      post(
        'ketty-saint-aude',
        27 * DAY,
        `Cyclone. Ce que l’on sait : presque rien, pendant six heures. Ce que l’on dit : l’heure du prochain message, et on la tient. C’est tout, et c’est énorme.`,
      ),
      post(
        'pierrick-lozerec',
        26 * DAY,
        `Submersion, digue fragilisée. La difficulté n’était pas d’alerter, c’était de dire que c’était _fini_. Personne n’avait prévu la fin.`,
      ),
      post(
        'perrine-goasmat',
        26 * DAY - 2 * HOUR,
        `Merci Pierrick. « Dire la fin » devient un titre de notre page, je crois.`,
      ),
      post(
        'capucine-thevenard',
        24 * DAY,
        `La nôtre était minuscule : une fausse rumeur de fermeture de la piscine. Trois jours, 900 commentaires. J’ai appris qu’un démenti qui répète la rumeur dans son titre la nourrit. On aurait dû écrire « La piscine est ouverte », point.`,
      ),
    ],
  },
  {
    space: 'atelier-1',
    title: 'Les phrases que l’on peut dire sans demander',
    ...post(
      'erwan-le-scouezel',
      14 * DAY,
      `Suite de la discussion. Voici six phrases candidates. Dites celles que votre hiérarchie accepterait de valider _aujourd’hui_, à froid, pour toutes les crises à venir.

1. « Nous sommes informés. Nous vérifions. »
2. « Voici ce que nous savons à 10 h 20. »
3. « Voici ce que nous ne savons pas encore. »
4. « Prochain message à 11 h. »
5. « Pour votre sécurité, faites ceci. »
6. « Nous nous sommes trompés. Voici la bonne information. »`,
    ),
    replies: [
      post(
        'emmanuel-tavernol',
        14 * DAY - 4 * HOUR,
        `1, 2, 4 et 5 sans problème. La 3 fait peur : « on va avoir l’air incompétents ». La 6, n’en parlons pas.`,
      ),
      post(
        'benoit-wallaert',
        13 * DAY,
        `La 3 est pourtant celle qui nous a le plus servi pendant la pollution de la nappe. « Nous ne savons pas encore si l’eau est potable. En attendant, ne la buvez pas. » Aucun reproche, jamais.`,
      ),
      post(
        'gwenola-kerdraon',
        12 * DAY,
        `En directrice de cabinet : je peux faire valider la 6 si on l’écrit _avant_ d’en avoir besoin. À chaud, c’est non. À froid, c’est une marque de sérieux.`,
      ),
      post(
        'david-szymkowiak',
        12 * DAY - 2 * HOUR,
        `Ajoutez l’heure à la 1. « Nous sommes informés » sans heure, on ne sait pas si c’est d’hier.`,
      ),
      post(
        'erwan-le-scouezel',
        10 * DAY,
        `Intégré : toutes les phrases portent l’heure. Et la méthode de Gwenola (à froid, par écrit, signée) est dans [la liste des deux premières heures](page:crise-liste).`,
      ),
    ],
  },
]

const ecosystem: DemoTopic[] = [
  {
    space: 'atelier-2',
    title: 'Une semaine, sans l’embellir',
    ...post(
      'ines-caradec',
      28 * DAY,
      `Premier devoir, très simple : racontez votre dernière semaine de travail. Pas l’idéale, la vraie. Théo ouvre le bal.`,
    ),
    replies: [
      post(
        'theo-barascud',
        28 * DAY - 1 * HOUR,
        `Lundi, le site et deux décès à l’état civil. Mardi, une photo de conseil municipal où personne ne regarde l’objectif. Mercredi, marché : je colle douze affiches. Jeudi, rien de ce que j’avais prévu. Vendredi, la lettre, envoyée à 17 h 58. **Communication au sens strict : six heures et demie.**`,
      ),
      post(
        'agathe-brunissol',
        27 * DAY,
        `Je n’ai jamais compté. Je viens de le faire : trois heures, en comptant le panneau lumineux. Je ne sais pas si j’ai le droit d’être dans cet atelier.`,
      ),
      post('ines-caradec', 27 * DAY - 1 * HOUR, `Agathe, l’atelier a été inventé pour vous.`),
      post(
        'kevin-massoutier',
        26 * DAY,
        `Huit heures chez moi, dont quatre à chercher qui détient l’information. Je ne plaisante pas : quatre.`,
      ),
      post(
        'doriane-celestine',
        25 * DAY,
        `Même chose. Le vrai canal, dans ma commune, c’est Gisèle, à l’accueil. Elle sait tout. Quand elle est en congé, la communication est en congé.`,
      ),
      post(
        'paul-sialelli',
        25 * DAY - 2 * HOUR,
        `Adjoint au maire, donc bénévole de la communication : deux heures, le soir, sur mon téléphone. Ce que je fermerais si j’osais : le compte que nous avons ouvert « parce que la commune d’à côté en a un ».`,
      ),
      post(
        'nadia-rey',
        24 * DAY,
        `Trois, six, huit heures. On tient notre sous-titre : **que fait-on avec six heures ?** Je mets les récits dans [Retours d’expérience](page:retours-experience), avec vos prénoms si vous êtes d’accord.`,
      ),
      post('agathe-brunissol', 23 * DAY, `D’accord. Et Gisèle aussi, je lui ai demandé par procuration de Doriane.`),
    ],
  },
  {
    space: 'atelier-2',
    title: 'Quel canal fermeriez-vous, si vous l’osiez ?',
    ...post(
      'theo-barascud',
      18 * DAY,
      `Deuxième devoir. Aucune réponse n’est honteuse, et rien ne sortira d’ici sans votre accord.`,
    ),
    replies: [
      post(
        'oceane-larrouturou',
        18 * DAY - 3 * HOUR,
        `L’application mobile de la commune. 140 téléchargements pour 2 300 habitants, 1 900 € par an. Personne n’ose, parce qu’on l’a inaugurée.`,
      ),
      post(
        'joris-vaneecke',
        17 * DAY,
        `J’accompagne des personnes éloignées du numérique. Elles n’installent pas d’application, mais elles lisent les SMS. Tous. Dans la minute.`,
      ),
      post(
        'damien-corbinaud',
        16 * DAY,
        `Le panneau lumineux. Pardon Agathe. Nous sommes en bord de mer, à midi on ne lit rien.`,
      ),
      post(
        'agathe-brunissol',
        16 * DAY - 1 * HOUR,
        `Aucun pardon nécessaire, chez nous il est à l’ombre et tout le village s’y arrête. C’est peut-être ça, la leçon : **le même canal n’est pas le même canal** ailleurs.`,
      ),
      post('maelle-brossard', 15 * DAY, `Agathe, cette phrase doit ouvrir le livrable.`),
      post(
        'sylvain-charbouillot',
        14 * DAY,
        `Je parle en élu : donnez-nous une bonne raison et un joli enterrement, et nous fermerons. Ce que nous craignons n’est pas de fermer, c’est d’avoir l’air d’avoir gaspillé.`,
      ),
      post(
        'ines-caradec',
        13 * DAY,
        `« Un joli enterrement » : je note, il nous faut un modèle. Fermer avec un bilan, un merci, et l’adresse du canal qui reste.`,
      ),
    ],
  },
  {
    space: 'atelier-2',
    title: 'Mesurer, oui, mais combien de chiffres ?',
    ...post(
      'nadia-rey',
      9 * DAY,
      `J’écris la partie sur la mesure. Ma première version comptait neuf indicateurs. Pour une personne à mi-temps, c’est indécent. Lesquels gardez-vous ?`,
    ),
    replies: [
      post(
        'hugo-lestrade',
        9 * DAY - 2 * HOUR,
        `Un par canal, pas deux. Et un seul par mois pour l’ensemble : « Combien de fois nous a-t-on posé une question dont la réponse était déjà publiée ? »`,
      ),
      post(
        'myriam-tazerout',
        8 * DAY,
        `J’adore cette question. L’accueil peut tenir le compte avec des bâtons sur une feuille.`,
      ),
      post(
        'amine-boukraa',
        8 * DAY - 2 * HOUR,
        `Au centre social, on fait ça depuis deux ans : une feuille, des bâtons, cinq thèmes. En mars, 41 bâtons sur le transport scolaire. On a changé _une_ affiche, il en est resté six.`,
      ),
      post('fanny-deschaseaux', 7 * DAY, `Quarante et un bâtons, puis six. Voilà un rapport annuel complet.`),
      post(
        'nadia-rey',
        6 * DAY,
        `Trois chiffres, donc, et une feuille de bâtons. La section s’appelle [Mesurer sans se perdre](page:mesurer-sans-se-perdre), venez la malmener.`,
      ),
      post(
        'justine-hannart',
        5 * DAY,
        `Je l’ai malmenée : il manquait ce que l’on fait quand le chiffre est mauvais. J’ai ajouté un paragraphe, corrigez-moi.`,
      ),
      post('nadia-rey', 5 * DAY - 1 * HOUR, `Rien à corriger. C’est le meilleur paragraphe de la page.`),
    ],
  },
]

export const crisisAndEcosystemTopics: DemoTopic[] = [...crisis, ...ecosystem]
