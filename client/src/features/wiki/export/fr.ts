import type { Dictionary } from '../../../i18n/message.ts'

/** The texts of exports; loaded with their dialog, not before. */
export const fr = {
  title: 'Emporter ces pages',
  what: 'Que voulez-vous emporter ?',
  'scope.page': 'Cette page',
  'scope.tree': 'Cette page et celles d’en dessous',
  'scope.treeHint': 'Réunies en un livre, avec page de titre et sommaire',
  'scope.space': 'Toutes les pages de l’espace',
  format: 'Sous quelle forme ?',
  'format.pdf': 'PDF accessible',
  'format.pdfHint': 'Pour lire, imprimer, envoyer',
  'format.docx': 'Word',
  'format.docxHint': 'Pour reprendre le texte dans Word ou LibreOffice',
  'format.html': 'Page web',
  'format.htmlHint': 'Un seul fichier, images comprises, lisible partout',
  'format.md': 'Markdown',
  'format.mdHint': 'Du texte simple, pour le reprendre ailleurs',
  'format.zip': 'Archive (zip)',
  'format.zipHint': 'Un fichier Markdown par page, avec les images et les fichiers',
  drafts: 'Avec les brouillons',
  draftsHint: 'Le texte de chaque page comme il s’écrit en ce moment, même non publié',
  count: { one: '{count} page part.', other: '{count} pages partent.' },
  staying: { one: '{count} brouillon reste ici.', other: '{count} brouillons restent ici.' },
  nothing: 'Rien n’est encore publié ici : seuls les brouillons pourraient partir.',
  noPdf: 'Ce serveur ne sait pas faire de PDF. Les autres formes sont là.',
  undescribed: {
    one: '{count} image n’a pas encore de description',
    other: '{count} images n’ont pas encore de description',
  },
  undescribedHelp:
    'Le PDF sera fait quand même, mais qui ne voit pas ces images ne saura pas ce qu’elles montrent. Décrivez-les, ou dites qu’elles sont décoratives :',
  undescribedIn: { one: '{title} ({count} image)', other: '{title} ({count} images)' },
  untitled: 'Sans titre',
  act: 'Exporter',
  making: 'Le fichier se prépare…',
  stop: 'Arrêter',
  done: 'Le fichier « {name} » est prêt : il est dans vos téléchargements.',
  doneTagged:
    'Le fichier « {name} » est prêt : il est dans vos téléchargements. Une image sans description, ou un signe que nos polices ne dessinent pas, l’empêche d’être pleinement accessible.',
} as const satisfies Dictionary
