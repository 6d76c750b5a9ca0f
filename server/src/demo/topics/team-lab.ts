import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const labTopics: DemoTopic[] = [
  {
    space: 'team-lab',
    title: 'Sous-titrer sans y passer la nuit',
    ...post(
      'mehdi-zerrouki',
      11 * DAY,
      `Trois minutes de vidéo, deux heures de sous-titres à la main : je ne tiens plus. J’essaie cette semaine trois façons de faire et je mesure tout. Qui joue avec moi ?`,
    ),
    replies: [
      post(
        'noemie-sauvestre',
        11 * DAY - 1 * HOUR,
        `Moi. J’ai un entretien avec un berger, accent superbe, vent, deux chiens. Si une machine s’en sort, elle s’en sortira partout.`,
      ),
      post(
        'antoine-mazerolles',
        10 * DAY,
        `Je fais tourner un modèle sur notre serveur, rien ne sort de la maison. Envoyez le son.`,
      ),
      post(
        'noemie-sauvestre',
        9 * DAY,
        `Résultat pour le berger : onze erreurs en trois minutes. « Les brebis » sont devenues « les débris ». On a bien ri, puis j’ai corrigé : dix-neuf minutes.`,
      ),
      post(
        'mehdi-zerrouki',
        8 * DAY,
        `Mes chiffres, pour trois minutes de film :

| Méthode | Temps total | Erreurs restantes |
| --- | ---: | ---: |
| À la main | 118 min | 1 |
| Machine seule | 4 min | 14 |
| Machine, puis une personne | 23 min | 1 |

La troisième ligne dit tout.`,
      ),
      post(
        'linh-phan',
        8 * DAY - 2 * HOUR,
        `Pensez à dire qui parle, et à noter les bruits qui comptent : « (une cloche au loin) ». La machine ne le fera pas, et pour une personne sourde, c’est la moitié du film.`,
      ),
      post(
        'mehdi-zerrouki',
        7 * DAY,
        `Ajouté au [carnet d’essai](page:carnet-sous-titres). Prochaine étape : former deux collègues en une matinée, et remesurer.`,
      ),
    ],
  },
  {
    space: 'team-lab',
    title: 'Un studio photo dans une armoire',
    ...post(
      'rui-figueiral',
      19 * DAY,
      `Budget : 160 €. Place : l’ancienne armoire à balais du deuxième étage. But : que n’importe quel service puisse photographier un objet, un livre ou une médaille sans me faire descendre. Je vous raconte au fur et à mesure.`,
    ),
    replies: [
      post('ines-caradec', 19 * DAY - 1 * HOUR, `Je veux tout savoir. Quelle lumière ?`),
      post(
        'rui-figueiral',
        18 * DAY,
        `Deux lampes de bureau, du papier calque, un rouleau de papier blanc. Et une feuille scotchée à l’intérieur de la porte : quatre dessins, aucun mot.`,
      ),
      post('arnaud-pfertzel', 17 * DAY, `Les dessins sans mots, excellente idée. Tu les partages ?`),
      post(
        'rui-figueiral',
        15 * DAY,
        `Partagés. Première utilisatrice : la dame des archives, pour un sceau du XVIIe siècle. Elle est restée deux heures dans l’armoire, heureuse.`,
      ),
      post(
        'noemie-sauvestre',
        14 * DAY,
        `Je prends le même au Département. Il me faut juste négocier l’armoire, ce qui est, de loin, le plus cher.`,
      ),
    ],
  },
  {
    space: 'team-lab',
    title: 'Le bulletin municipal à écouter',
    ...post(
      'arnaud-pfertzel',
      9 * DAY,
      `On a enregistré le bulletin en audio, lu par six habitants, vingt minutes. Après un mois : 340 écoutes complètes. Est-ce beaucoup ? Je n’en sais rien.`,
    ),
    replies: [
      post(
        'ines-caradec',
        9 * DAY - 2 * HOUR,
        `340 personnes jusqu’au bout, c’est davantage que pour n’importe lequel de nos articles. Qui sont-elles ?`,
      ),
      post(
        'arnaud-pfertzel',
        8 * DAY,
        `D’après les messages reçus : des personnes malvoyantes, deux routiers, et beaucoup de gens qui font la cuisine. Une dame de quatre-vingt-sept ans a reconnu la voix de son facteur.`,
      ),
      post('antoine-mazerolles', 7 * DAY, `Question un peu froide : combien d’heures de travail ?`),
      post(
        'arnaud-pfertzel',
        7 * DAY - 1 * HOUR,
        `Neuf heures le premier numéro, cinq le deuxième. Avec une voix de synthèse, ce serait une heure. Mais il n’y aurait plus le facteur.`,
      ),
      post('antoine-mazerolles', 6 * DAY, `Je retire ma question. Gardez le facteur.`),
    ],
  },
]
