import { ownTexts } from '../../../../i18n/own-texts.ts'

/** The texts of the award's part of the administration. */
export const useSay = ownTexts(
  {
    'data.title': 'Le prix : ce que l’on dit à qui dépose un dossier',
    'data.lede': 'Sous le formulaire de l’appel, à l’adresse /appel.',
    'data.months': 'Mois avant d’effacer le nom et l’adresse',
    'data.monthsHint':
      'De 1 à 60, comptés de la publication du palmarès. Plus court, cela vaut aussi pour les dossiers déjà déposés, et ce qui est échu s’efface dans la journée ; plus long, pour les prochains appels seulement, puisque le formulaire l’a promis.',
    'data.privacy': 'Qui répond de ces données, et à qui écrire',
    'data.privacyHint':
      'Le règlement européen le demande : le nom de la personne ou de l’organisme responsable, une adresse, et comment exercer ses droits. Un champ vide rend le texte d’origine.',
    'data.save': 'Enregistrer pour le prix',
    'data.saved': 'Les réglages du prix sont enregistrés.',
  } as const,
  {
    'data.title': 'The award: what whoever files an entry is told',
    'data.lede': 'Below the form of the call, at /appel.',
    'data.months': 'Months before name and address are erased',
    'data.monthsHint':
      'From 1 to 60, counted from the publication of the awards. Less holds for entries that are filed already, too, and what is due is erased within the day; more holds for the next calls alone, since the form has promised it.',
    'data.privacy': 'Who answers for these data, and whom to write to',
    'data.privacyHint':
      'European law asks for it: the name of the person or body responsible, an address, and how to exercise one’s rights. An empty field brings the first text back.',
    'data.save': 'Save for the award',
    'data.saved': 'The settings of the award are saved.',
  },
)
