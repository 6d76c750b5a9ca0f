import type { DemoAward } from '../content.ts'

export const demoAward: DemoAward = {
  key: 'hashtags-2026',
  name: 'Les Hashtags',
  edition: 2026,
  status: 'jury-open',
  juryOpenedDaysAgo: 7,
  juryClosesInDays: 18,
  office: 'odile-menetrel',
  categories: [
    {
      key: 'petite-equipe',
      name: 'Petite équipe, grande idée',
      question: 'Quel projet mené par une à trois personnes nous apprend le plus ?',
      entries: [
        {
          key: 'le-bon-poteau',
          title: 'Le bon poteau',
          organisation: 'Commune de Larzicourt-le-Pont',
          summary:
            'Une affiche par arrêt de car, changée chaque lundi par les élèves eux-mêmes. Les demandes à l’accueil sont passées de quarante à six par mois.',
        },
        {
          key: 'la-minute-du-garde',
          title: 'La minute du garde',
          organisation: 'Réserve des Étangs-Verts',
          summary:
            'Un garde enregistre chaque vendredi une minute de son, sans image. Cent douze épisodes, un micro à 40 €, et des classes entières qui ferment les yeux.',
        },
        {
          key: 'chemise-rouge',
          title: 'La chemise rouge',
          organisation: 'Commune de Saint-Avre-la-Rivière',
          summary:
            'Un dossier papier pour les nuits de crue, tenu par la secrétaire de mairie et recopié depuis par vingt-six communes voisines.',
        },
        {
          key: 'lettres-au-quartier',
          title: 'Lettres au quartier',
          organisation: 'Centre social de Montfaverges',
          summary:
            'Une lettre manuscrite par mois, écrite avec les habitants, photocopiée et déposée dans sept cages d’escalier. On y répond, à la main.',
        },
        {
          key: 'un-tableau-noir',
          title: 'Un tableau noir sur la place',
          organisation: 'Commune de Peyrelongue-d’Aure',
          summary:
            'La commune a remplacé une application par un grand tableau noir et une craie. Tout le monde peut y écrire, et presque tout le monde le fait.',
        },
      ],
    },
    {
      key: 'edition',
      name: 'Magazine et écrit',
      question: 'Quel écrit public avez-vous lu jusqu’au bout, avec plaisir ?',
      entries: [
        {
          key: 'deux-langues-une-une',
          title: 'Deux langues, une seule une',
          organisation: 'Ville de Hohenwiller',
          summary:
            'Un magazine qui alterne les langues d’un numéro à l’autre au lieu de les serrer sur la même page. Les lecteurs des deux ont augmenté.',
        },
        {
          key: 'budget-en-cent-euros',
          title: 'Le budget en cent euros',
          organisation: 'Département du Val-Sauldre',
          summary:
            'Cent pièces dessinées, cent dépenses racontées. La version en facile à lire a été publiée le même jour que l’autre.',
        },
        {
          key: 'journal-de-chantier',
          title: 'Journal d’un chantier qui dure',
          organisation: 'Métropole de Brennoise',
          summary:
            'Deux ans de travaux, une page par mois, les retards compris. La rubrique la plus lue s’appelle « Ce que nous avions promis ».',
        },
        {
          key: 'cahier-des-anciens',
          title: 'Le cahier des anciens élèves',
          organisation: 'Université de Castelrive',
          summary:
            'Trente portraits de personnes qui n’ont pas fini leurs études, et de ce qu’elles ont fait ensuite. Aucun n’a été retouché.',
        },
        {
          key: 'ordonnance-lisible',
          title: 'L’ordonnance lisible',
          organisation: 'Centre hospitalier de Vaugrenat',
          summary:
            'Douze courriers de sortie réécrits avec des patients et des infirmières. Un tiers d’appels en moins la semaine suivante.',
        },
      ],
    },
    {
      key: 'image',
      name: 'Image, son et vidéo',
      question: 'Quelle œuvre nous a fait voir ou entendre autrement un service public ?',
      entries: [
        {
          key: 'les-mains-du-port',
          title: 'Les mains du port',
          organisation: 'Ville de Port-Guénolé',
          summary:
            'Quarante photographies de mains au travail, tirées en grand sur les quais. Chacune a son texte, et une version à toucher.',
        },
        {
          key: 'la-voix-du-facteur',
          title: 'La voix du facteur',
          organisation: 'Commune d’Ambrevilliers',
          summary:
            'Le bulletin municipal lu par ceux qui le distribuent. Vingt minutes, cinq heures de travail, trois cents écoutes complètes par mois.',
        },
        {
          key: 'eau-de-nuit',
          title: 'L’eau, de nuit',
          organisation: 'Syndicat des eaux du Grand-Merle',
          summary:
            'Un film muet de six minutes dans les canalisations, projeté sur le château d’eau. Neuf cents personnes sur leurs chaises pliantes.',
        },
        {
          key: 'signer-la-ville',
          title: 'Signer la ville',
          organisation: 'Ville de Rocbrune-les-Ormes',
          summary: 'Un nom en langue des signes pour chaque rue, inventé avec les habitants sourds et filmé sur place.',
        },
        {
          key: 'gymnase-20-heures',
          title: 'Gymnase, 20 heures',
          organisation: 'Région des Trois-Plateaux',
          summary:
            'Une série documentaire sur les bénévoles qui ferment les salles de sport. Chaque épisode finit quand la lumière s’éteint.',
        },
      ],
    },
    {
      key: 'alerte',
      name: 'Alerte et prévention',
      question: 'Quelle campagne protège vraiment, et peut le montrer ?',
      criteria: [
        { label: 'Effet démontré', weight: 3 },
        { label: 'Clarté du message', weight: 2 },
        { label: 'Facile à reprendre ailleurs', weight: 1 },
      ],
      entries: [
        {
          key: 'sept-mots',
          title: 'Sept mots',
          organisation: 'Communauté urbaine de Brisaye',
          summary:
            'Toutes les alertes réécrites en sept mots au plus, testées à la feuille retournée. Délai de compréhension divisé par trois.',
        },
        {
          key: 'la-mer-monte-a-18h',
          title: 'La mer monte à 18 h',
          organisation: 'Agence des rivages',
          summary:
            'Un repère peint sur chaque digue et une heure affichée chaque jour. Aucune personne isolée par la marée depuis deux saisons.',
        },
        {
          key: 'voisins-de-chaleur',
          title: 'Voisins de chaleur',
          organisation: 'Ville de Sainte-Colombe-les-Vignes',
          summary:
            'Une pince à linge rouge sur le balcon le matin, retirée le soir. Si elle reste, quelqu’un sonne. Deux mille foyers.',
        },
        {
          key: 'fin-d-alerte',
          title: 'Fin d’alerte',
          organisation: 'Sapeurs-pompiers du Val-Sauldre',
          summary:
            'Une campagne entière sur le dernier message : ce que l’on peut refaire, ce qui reste à régler, et merci.',
        },
        {
          key: 'le-numero-sur-le-frigo',
          title: 'Le numéro sur le frigo',
          organisation: 'Ville de Bellerive-d’Outre-Mer',
          summary:
            'Un aimant, un numéro, six dessins. Distribué par les écoles, vérifié par les enfants, utilisé onze fois pendant le dernier cyclone.',
        },
      ],
    },
  ],
  recusals: [
    {
      member: 'helene-wittersheim',
      category: 'edition',
      reason: 'La Ville de Hohenwiller, qui m’emploie, est nommée.',
    },
    {
      member: 'arnaud-pfertzel',
      category: 'edition',
      reason: 'Ma ville est nommée, je me retire de toute la catégorie.',
    },
    { member: 'sofia-carvalheiro', category: 'image', reason: 'La Ville de Port-Guénolé, qui m’emploie, est nommée.' },
    { member: 'rui-figueiral', category: 'image', reason: 'J’ai mis en page l’exposition nommée.' },
    { member: 'laurence-vialatoux', category: 'alerte', reason: 'L’Agence des rivages, qui m’emploie, est nommée.' },
  ],
}
