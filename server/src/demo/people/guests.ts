import { people } from './person.ts'

/** Workshop 1, the crisis. */
export const crisisGuests = [
  ...people('guest', 'woman', [
    ['capucine-thevenard', 'Capucine Thévenard', 'Responsable de la communication', 'Ville d’Aubrelles'],
    ['leila-hachemane', 'Leïla Hachemane', 'Chargée de communication', 'Régie de transports de Vaucourt'],
    ['gwenola-kerdraon', 'Gwenola Kerdraon', 'Directrice de cabinet', 'Ville de Plouvennec'],
    ['patricia-lobato', 'Patricia Lobato', 'Attachée de presse', 'Ville de Lastours-Plage'],
    ['sandrine-mirebel', 'Sandrine Mirebel', 'Secrétaire générale de mairie', 'Commune de Fontorbe'],
  ]),
  ...people('guest', 'man', [
    ['bastien-rouvelet', 'Bastien Rouvelet', 'Officier de communication', 'Sapeurs-pompiers de la Haute-Lère'],
    ['idriss-chaabane', 'Idriss Chaabane', 'Community manager', 'Ville de Montrevaux'],
    ['pierrick-lozerec', 'Pierrick Lozérec', 'Chargé de prévention des risques', 'Syndicat du littoral d’Iroise'],
    ['emmanuel-tavernol', 'Emmanuel Tavernol', 'Directeur de la communication', 'Ville de Rochevaire'],
    ['david-szymkowiak', 'David Szymkowiak', 'Responsable de l’astreinte', 'Communauté urbaine des Terrils'],
  ]),
]

/** Workshop 2, the ecosystem of a small town. */
export const ecosystemGuests = [
  ...people('guest', 'woman', [
    ['agathe-brunissol', 'Agathe Brunissol', 'Secrétaire de mairie', 'Commune de Vézac-le-Haut'],
    ['oceane-larrouturou', 'Océane Larrouturou', 'Chargée de communication', 'Commune de Saint-Girons-des-Landes'],
    ['myriam-tazerout', 'Myriam Tazerout', 'Chargée de mission médiation numérique', 'Pays de la Brézonne'],
    ['justine-hannart', 'Justine Hannart', 'Assistante de communication', 'Commune de Beuvrelles'],
    ['doriane-celestine', 'Doriane Célestine', 'Agente de communication', 'Commune du Morne-Bellevue'],
  ]),
  ...people('guest', 'man', [
    ['kevin-massoutier', 'Kévin Massoutier', 'Chargé de communication et de la vie locale', 'Commune de Puylaurac'],
    ['joris-vaneecke', 'Joris Vaneecke', 'Conseiller numérique', 'Communauté de communes des Basses-Moëres'],
    ['amine-boukraa', 'Amine Boukraa', 'Responsable du centre social', 'Commune de Montereuil-le-Pont'],
    ['paul-sialelli', 'Paul Sialelli', 'Adjoint au maire', 'Commune de Pietrella'],
    ['damien-corbinaud', 'Damien Corbinaud', 'Chargé de communication', 'Commune de L’Aiguière-sur-Mer'],
  ]),
]

/** Workshop 3, plain language. */
export const plainLanguageGuests = [
  ...people('guest', 'woman', [
    ['lucie-pontvallain', 'Lucie Pontvallain', 'Rédactrice', 'Ville d’Orvault-les-Tours'],
    ['fatou-sanoussi', 'Fatou Sanoussi', 'Chargée d’accueil et de relations usagers', 'Ville de Montrevaux'],
    ['marilou-escoffre', 'Marilou Escoffre', 'Facilitatrice en facile à lire', 'Association Les Mots simples'],
    ['maylis-duhalde', 'Maylis Duhalde', 'Traductrice et rédactrice', 'Office de la langue des Trois-Gaves'],
    ['celine-rosaz', 'Céline Rosaz', 'Juriste', 'Département du Haut-Morvent'],
  ]),
  ...people('guest', 'man', [
    ['vincent-roumegous', 'Vincent Roumégous', 'Responsable des courriers', 'Métropole de Vaucourt'],
    ['tanguy-le-berrigaud', 'Tanguy Le Berrigaud', 'Concepteur pédagogique', 'Université de la Lère'],
    ['ousmane-kantara', 'Ousmane Kantara', 'Médiateur social', 'Maison des services de Fontorbe'],
    ['florent-peyrissac', 'Florent Peyrissac', 'Chef de projet simplification', 'Département de la Haute-Lère'],
    ['thibault-schirmeck', 'Thibault Schirmeck', 'Secrétaire de rédaction', 'Ville de Hohenwiller'],
  ]),
]

/** Workshop 4, artificial intelligence in the newsroom. */
export const machineGuests = [
  ...people('guest', 'woman', [
    ['alix-grandvoisin', 'Alix Grandvoisin', 'Responsable éditoriale', 'Ville de Rochevaire'],
    ['mai-lan-duong', 'Mai-Lan Duong', 'Documentaliste', 'Archives du Haut-Morvent'],
    ['shirine-kavandi', 'Shirine Kavandi', 'Déléguée à la protection des données', 'Agglomération de Val-Brézonne'],
    ['pauline-estivalet', 'Pauline Estivalet', 'Graphiste', 'Ville de Briançac'],
    ['anais-begarin', 'Anaïs Bégarin', 'Chargée de communication', 'Ville de Bras-du-Piton'],
  ]),
  ...people('guest', 'man', [
    ['clement-roudergues', 'Clément Roudergues', 'Conseiller en transformation numérique', 'Région Centre-Océan'],
    ['hakim-belounes', 'Hakim Belounes', 'Iconographe', 'Métropole de Vaucourt'],
    ['ronan-quemeneur', 'Ronan Quémeneur', 'Journaliste territorial', 'Ville de Kerlouarn'],
    [
      'wilfrid-jean-marius',
      'Wilfrid Jean-Marius',
      'Directeur des systèmes d’information',
      'Ville de Grande-Anse-les-Palmes',
    ],
    ['maxence-dubrulloy', 'Maxence Dubrulloy', 'Délégué syndical et webmestre', 'Communauté urbaine des Terrils'],
  ]),
]
