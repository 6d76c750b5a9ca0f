import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const whitePaperTopics: DemoTopic[] = [
  {
    space: 'comite',
    title: 'Le livre blanc : quel titre ?',
    ...post(
      'nadia-rey',
      12 * DAY,
      `Quatre ateliers, quatre livrables, un seul livre blanc, et pas de titre. Je lance trois pistes pour que vous puissiez les démolir :

- _Faire avec ce que l’on a_
- _Petites équipes, grandes oreilles_
- _La communication publique à taille humaine_`,
    ),
    replies: [
      post(
        'felix-amoretti',
        12 * DAY - 1 * HOUR,
        `Le premier me plaît, mais il sonne comme une excuse. « Faire avec » se lit vite « faire sans ».`,
      ),
      post(
        'amaia-etchebarne',
        12 * DAY - 2 * HOUR,
        `J’aime les grandes oreilles. Mon directeur un peu moins, je l’entends d’ici.`,
      ),
      post(
        'elodie-marchessaux',
        11 * DAY + 10 * HOUR,
        `« À taille humaine » a beaucoup servi. Et si l’on disait ce que le lecteur va y trouver ? _Une personne, six heures par semaine : ce que l’on peut faire, ce que l’on peut laisser._`,
      ),
      post(
        'nadia-rey',
        11 * DAY + 4 * HOUR,
        `Élodie, c’est presque le pitch de l’[écosystème idéal](page:ecosysteme-ideal). Pour le livre entier, il faudrait couvrir aussi la crise, la langue et la machine.`,
      ),
      post(
        'theo-barascud',
        10 * DAY,
        `_À nous de tenir._ Court, ça parle de durée, de promesse et de métier. Et ça se prononce sans reprendre son souffle.`,
      ),
      post('felix-amoretti', 10 * DAY - 1 * HOUR, `Ah. Celui-là, oui.`),
      post(
        'helene-wittersheim',
        9 * DAY + 5 * HOUR,
        `_À nous de tenir_, avec en sous-titre la phrase d’Élodie adaptée. J’imprimerais ça.`,
      ),
      post(
        'nadia-rey',
        9 * DAY,
        `Adopté comme titre de travail. Nous vérifions en réunion que personne ne le regrette au bout de deux semaines : c’est le seul test qui vaille pour un titre.

Pour le sous-titre, un sondage ci-dessous. Il ne décide de rien, il m’évite seulement d’imprimer quatre couvertures.`,
        {
          question: 'Quel sous-titre sous « À nous de tenir » ?',
          options: [
            'Ce que l’on peut faire, ce que l’on peut laisser',
            'Petites équipes, grandes oreilles',
            'La communication publique à taille humaine',
            'Pas de sous-titre du tout',
          ],
          multiple: false,
          ballots: [
            ['nadia-rey', 1],
            ['elodie-marchessaux', 1],
            ['helene-wittersheim', 1],
            ['felix-amoretti', 1],
            ['amaia-etchebarne', 2],
            ['rui-figueiral', 2],
            ['laurence-vialatoux', 1],
            ['olivier-castagnede', 3],
            ['theo-barascud', 4],
            ['anouche-terzakian', 1],
            ['rachida-amrouni', 2],
            ['mathilde-queyrel', 1],
            ['fanny-deschaseaux', 2],
          ],
        },
      ),
    ],
  },
]
