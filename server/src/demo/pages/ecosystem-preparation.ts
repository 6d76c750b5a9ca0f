import type { DemoPage } from '../content.ts'

export const ecosystemPreparationPages: DemoPage[] = [
  {
    space: 'atelier-2',
    key: 'atelier-2-pitch',
    title: 'Pitch et mission',
    author: 'ines-caradec',
    markdown: `## Le pitch

Les conseils de communication s’adressent presque toujours à des équipes de dix. Or la plupart des communes ont une personne, souvent à mi-temps, parfois entre l’état civil et la location de la salle des fêtes. Cet atelier est pour elle.

## L’objectif

Proposer un écosystème de canaux qui tient en **six heures par semaine**, avec ce que l’on accepte de ne pas faire.

## Votre mission, avant le jour dit

- [x] Raconter une semaine, sans l’embellir.
- [x] Nommer le canal que vous fermeriez si vous l’osiez.
- [ ] Relire au moins une section du [livrable](page:ecosysteme-ideal) et y laisser une phrase.
- [ ] Apporter une affiche, un SMS ou un message dont vous êtes content.

## Le jour de l’atelier

| Moment | Durée |
| --- | ---: |
| Tour de table : votre affiche, en une minute | 15 min |
| Co-écriture, une section par groupe de trois | 60 min |
| Chacun lit une section qu’il n’a pas écrite | 20 min |
| Ce que nous retirons | 15 min |
| Quelque chose de sucré | 10 min |

::: tip Pour les personnes à distance
Tout s’écrit dans la page, rien au tableau. Vous verrez exactement ce que voit la salle.
:::`,
  },
  {
    space: 'atelier-2',
    key: 'retours-experience',
    title: 'Retours d’expérience',
    author: 'nadia-rey',
    markdown: `Sept semaines réelles, racontées par celles et ceux qui les ont vécues, avec leur accord. Nous n’avons corrigé que l’orthographe.

| Qui | Commune | Heures de communication | Ce qui a pris le plus de temps |
| --- | --- | ---: | --- |
| Théo | Saint-Elvin-le-Bas | 6 h 30 | la photo de groupe |
| Agathe | Vézac-le-Haut | 3 h | le panneau lumineux |
| Kévin | Puylaurac | 8 h | chercher qui détient l’information |
| Doriane | Le Morne-Bellevue | 5 h | demander à Gisèle |
| Paul | Pietrella | 2 h | écrire sur un téléphone, le soir |
| Océane | Saint-Girons-des-Landes | 7 h | l’application mobile |
| Amine | Montereuil-le-Pont | 6 h | les bâtons sur la feuille |

La moyenne est de **cinq heures et vingt minutes**. D’où notre hypothèse de travail : six heures, pas une de plus.

## Ce qui revient partout

- Le temps ne va pas à l’écriture, il va à **la recherche de l’information**.
- Une personne sait tout, et elle n’est pas chargée de la communication.
- Un canal au moins existe parce que la commune voisine l’avait.
- Personne n’a jamais fermé un canal.

## Une phrase à garder

> Le même canal n’est pas le même canal ailleurs.
>
> _Agathe, à propos du panneau lumineux_`,
  },
]
