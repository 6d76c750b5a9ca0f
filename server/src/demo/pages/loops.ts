import type { DemoPage } from '../content.ts'

export const loopPages: DemoPage[] = [
  {
    space: 'boucle-presse',
    key: 'dossier-presse',
    title: 'Le dossier de presse qui tient sur une page',
    author: 'erwan-le-scouezel',
    markdown: `Un dossier de douze pages est lu par son auteur. Une page est lue dans l’ascenseur.

## Ce qui y figure

1. **Une phrase**, celle que vous aimeriez lire demain.
2. **Trois faits**, avec leur source.
3. **Une citation** que la personne a vraiment prononcée.
4. **Ce que cela coûte**, et qui paie. Si vous ne l’écrivez pas, ce sera la première question.
5. **Un numéro direct**, avec les heures où quelqu’un décroche.
6. **Une photo** légendée, libre, en bonne définition.

## Ce qui n’y figure pas

- Le logo de chacun des onze partenaires.
- Le mot « inédit ».
- Une biographie.

## En marge

- [x] Embargo : écrire l’heure, le jour et le fuseau. Un seul message, le même pour tous.
- [x] Embargo rompu : on le lève pour tout le monde, aussitôt.
- [ ] **Appeler avant de juger.** Neuf fois sur dix, c’est une erreur de réglage.`,
  },
]
