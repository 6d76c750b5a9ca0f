import type { DemoPerson } from '../content.ts'
import { people } from './person.ts'

const women = people('member', 'woman', [
  ['maelle-brossard', 'Maëlle Brossard', 'Directrice de la communication', 'Ville de Sauvagnac-sur-Lère'],
  ['solene-arnoux', 'Solène Arnoux', 'Responsable de la communication numérique', 'Agglomération de Val-Brézonne'],
  ['ines-caradec', 'Inès Caradec', 'Directrice adjointe de la communication', 'Ville de Kerlouarn'],
  ['nadia-rey', 'Nadia Rey', 'Cheffe de projet éditorial', 'Métropole de Vaucourt'],
  ['nolwenn-treguidel', 'Nolwenn Tréguidel', 'Chargée des réseaux sociaux', 'Département des Côtes-d’Iroise'],
  ['amaia-etchebarne', 'Amaia Etchebarne', 'Journaliste territoriale', 'Ville d’Ithurralde'],
  ['ghjulia-ortolacci', 'Ghjulia Ortolacci', 'Responsable éditoriale', 'Communauté de communes de Castellacciu'],
  ['ketty-saint-aude', 'Ketty Saint-Aude', 'Community manager', 'Ville de Grande-Anse-les-Palmes'],
  ['samira-belhadri', 'Samira Belhadri', 'Cheffe du service de la communication', 'Préfecture de la Haute-Lère'],
  ['linh-phan', 'Linh Phan', 'Cheffe de projet innovation numérique', 'Département de la Haute-Lère'],
  ['sofia-carvalheiro', 'Sofia Carvalheiro', 'Attachée de presse', 'Ville de Port-Guénolé'],
  ['aissatou-diabira', 'Aïssatou Diabira', 'Chargée de communication', 'Université de la Lère'],
  ['helene-wittersheim', 'Hélène Wittersheim', 'Rédactrice en chef du magazine', 'Ville de Hohenwiller'],
  ['clotilde-vanhoucke', 'Clotilde Vanhoucke', 'Directrice de la communication', 'Ville de Wambeke-sur-Lys'],
  ['beatrice-lamourere', 'Béatrice Lamourère', 'Maire adjointe à la citoyenneté', 'Ville de Montclarès'],
  ['camille-puydebat', 'Camille Puydebat', 'Analyste de données', 'Région Centre-Océan'],
  ['elodie-marchessaux', 'Élodie Marchessaux', 'Rédactrice web', 'Centre hospitalier de Saint-Aubrac'],
  ['yasmine-haddou', 'Yasmine Haddou', 'Community manager', 'Ville de Vaucourt-les-Forges'],
  ['perrine-goasmat', 'Perrine Goasmat', 'Responsable de la communication', 'Sapeurs-pompiers des Côtes-d’Iroise'],
  ['laurence-vialatoux', 'Laurence Vialatoux', 'Directrice de la communication', 'Agence des rivages'],
  ['noemie-sauvestre', 'Noémie Sauvestre', 'Photographe et vidéaste', 'Département du Haut-Morvent'],
  ['fanny-deschaseaux', 'Fanny Deschaseaux', 'Chargée de communication', 'Communauté de communes des Monts de Lère'],
  ['anouche-terzakian', 'Anouche Terzakian', 'Référente accessibilité numérique', 'Métropole de Vaucourt'],
  ['mathilde-queyrel', 'Mathilde Queyrel', 'Directrice adjointe de cabinet', 'Ville de Briançac'],
])

const men = people('member', 'man', [
  ['hugo-lestrade', 'Hugo Lestrade', 'Chargé de veille et de documentation', 'Région Centre-Océan'],
  ['theo-barascud', 'Théo Barascud', 'Chargé de communication, seul à bord', 'Commune de Saint-Elvin-le-Bas'],
  ['erwan-le-scouezel', 'Erwan Le Scouëzel', 'Responsable des relations presse', 'Département des Côtes-d’Iroise'],
  ['peio-harispuru', 'Peio Harispuru', 'Directeur de la communication', 'Communauté des Trois-Gaves'],
  [
    'toussaint-vescovali',
    'Toussaint Vescovali',
    'Chargé de communication numérique',
    'Office de l’eau de Castellacciu',
  ],
  ['karim-bensaidi', 'Karim Bensaïdi', 'Rédacteur en chef web', 'Ville de Vaucourt-les-Forges'],
  ['mehdi-zerrouki', 'Mehdi Zerrouki', 'Responsable du pôle vidéo', 'Département de la Haute-Lère'],
  ['tuan-le-vaillant', 'Tuân Lê-Vaillant', 'Développeur web', 'Université de la Lère'],
  ['rui-figueiral', 'Rui Figueiral', 'Directeur artistique', 'Ville de Port-Guénolé'],
  ['boubacar-sidime', 'Boubacar Sidimé', 'Community manager', 'Métropole de Vaucourt'],
  ['judicael-techer', 'Judicaël Técher', 'Directeur de la communication', 'Ville de Bras-du-Piton'],
  ['matthias-oberkirch', 'Matthias Oberkirch', 'Chargé d’études statistiques', 'Agence d’urbanisme de Hohenwiller'],
  ['benoit-wallaert', 'Benoît Wallaert', 'Directeur de la communication', 'Syndicat des eaux des Deux-Lys'],
  ['guillaume-poujouly', 'Guillaume Poujouly', 'Chargé de communication', 'Parc naturel des Monts de Lère'],
  ['antoine-mazerolles', 'Antoine Mazerolles', 'Chef de projet intelligence artificielle', 'Région Centre-Océan'],
  ['sylvain-charbouillot', 'Sylvain Charbouillot', 'Maire', 'Commune de Bourg-Lastours'],
  ['remi-tournadre', 'Rémi Tournadre', 'Community manager', 'Ville de Montclarès'],
  ['olivier-castagnede', 'Olivier Castagnède', 'Directeur de la communication', 'Centre hospitalier de Saint-Aubrac'],
  ['arnaud-pfertzel', 'Arnaud Pfertzel', 'Responsable du site internet', 'Ville de Hohenwiller'],
  ['stephane-guivarcel', 'Stéphane Guivarcel', 'Directeur de la communication', 'Port de Kerlouarn'],
  ['felix-amoretti', 'Félix Amoretti', 'Journaliste territorial', 'Département des Hautes-Garrigues'],
  ['lucas-ferrandez', 'Lucas Ferrandez', 'Chargé de mission données ouvertes', 'Département des Hautes-Garrigues'],
  ['nassim-ouhadda', 'Nassim Ouhadda', 'Chargé des réseaux sociaux', 'Habitat public de Vaucourt'],
  ['gaspard-lemoussu', 'Gaspard Lemoussu', 'Chef du bureau numérique', 'Ministère des Solidarités rurales'],
])

export const members: DemoPerson[] = [...women, ...men]

export const administrators: DemoPerson[] = people('administrator', 'woman', [
  ['odile-menetrel', 'Odile Ménétrel', 'Coordinatrice de la plateforme', 'Secrétariat du comité'],
])

export const ambassadors: DemoPerson[] = [
  ...people('ambassador', 'woman', [
    ['francoise-delaunoy', 'Françoise Delaunoy', 'Ancienne directrice de la communication', 'Ville de Port-Guénolé'],
    [
      'rachida-amrouni',
      'Rachida Amrouni',
      'Formatrice en communication publique',
      'Centre de formation des Deux-Rives',
    ],
  ]),
  ...people('ambassador', 'man', [
    ['jacques-tessandier', 'Jacques Tessandier', 'Directeur général des services', 'Ville de Briançac'],
  ]),
]
