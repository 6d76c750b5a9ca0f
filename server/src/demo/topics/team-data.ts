import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const dataTopics: DemoTopic[] = [
  {
    space: 'team-data',
    title: 'Comparer une ville de 3 000 et une ville de 90 000 habitants',
    ...post(
      'matthias-oberkirch',
      20 * DAY,
      `Trois messages cette semaine de communes « vexées » par leur rang. Elles ont raison : notre tableau met côte à côte un bourg de 3 000 habitants et une ville trente fois plus grande. Un taux ne suffit pas à effacer l’écart, parce que le petit compte est suivi par une plus grande part de ses habitants.

Je propose des strates. Lesquelles ?`,
    ),
    replies: [
      post(
        'lucas-ferrandez',
        20 * DAY - 3 * HOUR,
        `Les seuils légaux de population, tout simplement : moins de 3 500, jusqu’à 10 000, jusqu’à 50 000, au-delà. Chacun les connaît et personne ne nous accusera de les avoir inventés.`,
      ),
      post(
        'nadia-rey',
        19 * DAY,
        `D’accord pour les communes. Mais une université ? Un hôpital ? Leur population n’a pas de sens.`,
      ),
      post(
        'aissatou-diabira',
        19 * DAY - 1 * HOUR,
        `Pour l’université, les inscrits et les agents, c’est le public naturel. Nous avons 18 400 étudiants et 2 100 agents, le chiffre est public chaque automne.`,
      ),
      post(
        'matthias-oberkirch',
        18 * DAY,
        `Alors une règle générale : **la taille du public que l’institution a pour mission de servir**, prise dans une source publique, citée dans le tableau. Pour l’hôpital, le bassin de soins.`,
      ),
      post(
        'linh-phan',
        17 * DAY,
        `Attention, les départements d’outre-mer ont des sources décalées d’un an. Il faudrait la date à côté du chiffre, toujours.`,
      ),
      post(
        'lucas-ferrandez',
        17 * DAY - 2 * HOUR,
        `Oui. « Population 3 120 (recensement, publié cette année) ». Je prépare le fichier des populations, avec la source sur chaque ligne.`,
      ),
      post(
        'matthias-oberkirch',
        12 * DAY,
        `La page [Comparer des villes comparables](page:strates) est écrite. Relisez surtout le paragraphe sur les cas limites : les stations balnéaires décuplent l’été, et nous n’avons pas de bonne réponse.`,
      ),
      post('camille-puydebat', 11 * DAY, `Nous avons une réponse honnête : le dire. Relu, validé, publié.`),
    ],
  },
  {
    space: 'team-data',
    title: 'Que vaut une vue de trois secondes ?',
    ...post(
      'boubacar-sidime',
      14 * DAY,
      `Je regarde mes chiffres vidéo du mois : 62 000 vues. Durée moyenne : quatre secondes. Le film dure deux minutes. Je n’ose plus écrire « 62 000 vues » dans mon rapport, et je n’ose pas non plus écrire autre chose.`,
    ),
    replies: [
      post(
        'camille-puydebat',
        14 * DAY - 1 * HOUR,
        `Bienvenue au club. Chaque réseau compte à sa façon : une, deux ou trois secondes, avec ou sans le son. Additionner ces vues revient à additionner des pas et des kilomètres.`,
      ),
      post(
        'tuan-le-vaillant',
        13 * DAY,
        `Le seul chiffre que je trouve comparable : **le temps regardé, en heures**, divisé par le nombre d’abonnés. Il existe partout, et il ne flatte personne.`,
      ),
      post(
        'boubacar-sidime',
        13 * DAY - 2 * HOUR,
        `Donc 62 000 × 4 s ≈ 69 heures. Pour un public de 210 000 abonnés. Dit comme ça… c’est sobre.`,
      ),
      post(
        'matthias-oberkirch',
        13 * DAY - 3 * HOUR,
        `Soixante-neuf heures d’attention, c’est une salle de 200 places remplie pendant vingt minutes. Ce n’est pas rien, et c’est une image que des élus comprennent.`,
      ),
      post(
        'boubacar-sidime',
        12 * DAY,
        `Je prends l’image de la salle. Rapport envoyé, et pour la première fois un adjoint m’a répondu.`,
      ),
      post(
        'camille-puydebat',
        12 * DAY - 1 * HOUR,
        `Je l’ajoute dans [Les dix indicateurs](page:indicateurs), avec la salle, si tu es d’accord.`,
      ),
    ],
  },
  {
    space: 'team-data',
    title: 'Publier nos formules, et aussi nos erreurs',
    ...post(
      'lucas-ferrandez',
      8 * DAY,
      `Une lectrice attentive nous signale que le tableau du trimestre compte deux fois les partages d’un réseau. Elle a raison : 14 comptes sur 410 sont touchés, deux changent de rang.

J’ai corrigé le fichier. Question : corrige-t-on en silence, ou le dit-on ?`,
    ),
    replies: [
      post('linh-phan', 8 * DAY - 1 * HOUR, `On le dit. Nous demandons à tout le monde de montrer ses calculs.`),
      post(
        'nadia-rey',
        8 * DAY - 2 * HOUR,
        `D’accord, mais calmement : une ligne datée en tête du tableau, les deux rangs avant et après, et un mot aux deux comptes avant la publication. Pas un communiqué.`,
      ),
      post('matthias-oberkirch', 7 * DAY + 6 * HOUR, `Et un remerciement à la lectrice, si elle accepte d’être citée.`),
      post(
        'lucas-ferrandez',
        7 * DAY,
        `Elle accepte par son prénom seul. Les deux villes sont prévenues, l’une m’a même offert un café au prochain colloque. Erratum en ligne dans [Nos méthodes, en clair](page:public-methodes).`,
      ),
    ],
  },
]
