import type { DemoPage } from '../content.ts'

export const workshopPages: DemoPage[] = [
  {
    space: 'atelier-1',
    key: 'crise-liste',
    title: 'Crise : la liste des deux premières heures',
    author: 'samira-belhadri',
    markdown: `À imprimer, à plastifier, à accrocher près du téléphone. Cette liste est faite pour une équipe de une à cinq personnes. **Si une vie est en danger, on appelle d’abord les secours : 112.**

## De 0 à 10 minutes : savoir

- [ ] Noter l’heure. Toutes les heures de cette liste en partent.
- [ ] Appeler une personne qui est _sur place_. Pas quelqu’un qui a entendu.
- [ ] Écrire trois lignes : ce que nous savons, ce que nous ne savons pas, qui le saura.
- [ ] Ouvrir la chemise rouge : numéros directs, personnes seules, codes.
- [ ] Arrêter les publications programmées. Toutes.

::: warning La publication programmée
C’est l’oubli le plus fréquent. Dans six des onze crises racontées ici, un message joyeux est parti tout seul pendant l’alerte.
:::

## De 10 à 30 minutes : dire

- [ ] Publier le premier message, avec l’heure.
- [ ] Le lire au téléphone à l’accueil, aux écoles, aux élus de garde : tous disent la même chose.
- [ ] Annoncer l’heure du prochain message.

Le premier message tient en quatre phrases, validées d’avance :

> **10 h 20.** Nous sommes informés d’une fuite de gaz rue des Tanneurs. Les secours sont sur place. Ne vous approchez pas du quartier. Prochain message à 11 h.

| Ce que l’on peut dire sans demander | À condition |
| --- | --- |
| « Nous sommes informés. Nous vérifions. » | de donner l’heure |
| « Voici ce que nous savons à 10 h 20. » | que ce soit vérifié par une personne sur place |
| « Voici ce que nous ne savons pas encore. » | de dire quoi faire en attendant |
| « Prochain message à 11 h. » | de le tenir, même pour dire « rien de nouveau » |
| « Pour votre sécurité, faites ceci. » | que la consigne vienne des secours |
| « Nous nous sommes trompés. Voici la bonne information. » | de le dire au même endroit que l’erreur |

## De 30 minutes à 1 heure : tenir

- [ ] Se répartir : une personne **écoute**, une personne **écrit**. Seul, on alterne tous les quarts d’heure.
- [ ] Répondre aux questions de sécurité d’abord, aux autres par un renvoi au message.
- [ ] Relever les rumeurs sans les répéter. On écrit « La piscine est ouverte », pas « Non, la piscine ne ferme pas ».
- [ ] Joindre ceux que l’écran ne touche pas : appels, porte-voix, voisins.
- [ ] Boire de l’eau. Ce n’est pas une plaisanterie.

## De 1 heure à 2 heures : passer le relais

- [ ] Prévoir qui remplace qui, et à quelle heure.
- [ ] Tenir le journal : heure, message, canal, décision, prénom.
- [ ] Prévenir la presse par un message unique, le même pour tous.
- [ ] Demander à l’élu ou à l’élue : _qui parle, où, à quelle heure ?_

## Dire la fin

La plupart des plans l’oublient. Il faut un dernier message, aussi visible que le premier :

1. c’est terminé, depuis telle heure ;
2. voici ce que vous pouvez refaire ;
3. voici ce qui reste à régler, et quand nous en reparlerons ;
4. merci à celles et ceux qui ont aidé.

## À préparer à froid

- [ ] Faire signer les six phrases par la direction.
- [ ] Mettre à jour la chemise rouge deux fois par an, le même jour que l’heure d’été et d’hiver.
- [ ] Vérifier que deux personnes savent se connecter, _sans_ leur téléphone personnel.
- [ ] Faire un exercice de vingt minutes par an. Un vrai, avec un message envoyé.
- [ ] Relire la consigne d’astreinte : qui est payé pour répondre, et quand ?

## Après

Dans la semaine, une heure ensemble, sans chercher de fautif : ce que nous avons su et quand, ce qui a manqué sur cette liste. Puis on corrige la liste. Celle-ci en est à sa neuvième version.

_Écrite avec Sandrine, Bastien, Leïla, Pierrick, Gwenola et toutes les personnes de l’atelier._`,
  },
  {
    space: 'atelier-3',
    key: 'langue-claire',
    title: 'Dix phrases réécrites',
    author: 'helene-wittersheim',
    markdown: `Une métropole envoie 64 000 courriers par an. Si un sur vingt provoque un appel parce qu’il n’est pas clair, cela occupe trois personnes à plein temps. Écrire clair n’est pas une coquetterie : c’est du temps rendu aux gens, et aux collègues.

## La méthode de la feuille retournée

1. Donner le texte à une personne qui ne le connaît pas.
2. Compter vingt secondes, puis retourner la feuille.
3. Demander : **« Que devez-vous faire, et avant quand ? »**

Trois personnes suffisent. Si l’une hésite, on réécrit.

## Avant, après

| Avant | Après |
| --- | --- |
| Les administrés sont invités à se rapprocher des services compétents aux fins de régularisation de leur situation. | Il manque un papier à votre dossier. Appelez-nous, nous vous dirons lequel. |
| À défaut de réponse dans le délai imparti, votre demande sera réputée abandonnée. | Répondez avant le 30. Après cette date, il faudra refaire toute la demande. |
| La présente autorisation est accordée à titre précaire et révocable. | Nous vous donnons cette autorisation. Nous pouvons la retirer : dans ce cas, nous vous préviendrons et nous vous dirons pourquoi. |
| Toute dégradation fera l’objet d’une facturation. | Si vous cassez quelque chose, vous paierez la réparation. |
| Il est rappelé que le stationnement est strictement interdit. | Ne vous garez pas ici : les pompiers passent par là. |
| Vous voudrez bien nous faire parvenir les pièces justificatives. | Envoyez-nous ces trois papiers. |
| Le service sera assuré en mode dégradé. | Le guichet sera ouvert, avec une seule personne. Il y aura de l’attente. |
| Nous accusons bonne réception de votre courrier, lequel a retenu toute notre attention. | Nous avons lu votre lettre. Voici notre réponse. |
| L’accès est subordonné à la présentation d’un titre en cours de validité. | Pour entrer, montrez votre carte. Vérifiez la date. |
| Il a été procédé à la mise en œuvre d’une campagne de dératisation. | Nous traitons les caves contre les rats jusqu’à vendredi. Rentrez vos animaux. |

## Ce que nous avons remarqué

- Les phrases obscures cachent souvent **un verbe sans personne** : qui fait quoi ?
- Le mot juste n’est pas toujours le mot simple. _Révocable_ disparaît, mais sa conséquence reste.
- La juriste du groupe a validé les dix. Aucune n’a perdu de valeur juridique, huit en ont gagné.

::: tip Pour deux langues
Écrivez d’abord douze mots, pensés pour les deux langues. On ne traduit bien que ce qui est court.
:::

## À compléter

- [x] faire relire par l’association Les Mots simples
- [ ] tester les dix avec un lecteur d’écran
- [ ] ajouter trois phrases venues de l’hôpital

Cette page ira rejoindre la charte éditoriale du comité, puis le livre blanc.`,
  },
  {
    space: 'atelier-4',
    key: 'ia-manifeste',
    title: 'Manifeste : ce que nous ne confierons pas à une machine',
    author: 'linh-phan',
    markdown: `> La règle doit être plus simple que le geste.

Ce texte est fait pour être signé par une direction et suivi par une équipe. Il tient sur une page. Il ne dit pas si l’intelligence artificielle est une bonne ou une mauvaise chose. Il dit qui répond de ce que nous publions.

## Trois mots pour trois usages

| Usage | Ce que cela veut dire | Ce que nous faisons |
| --- | --- | --- |
| **Corrigé** | l’outil relit ce que nous avons écrit | rien à signaler |
| **Préparé** | l’outil propose, une personne réécrit et vérifie | mention en fin de page |
| **Fabriqué** | l’outil a produit ce que l’on voit ou entend | mention visible, à côté |

## Ce que nous ne fabriquons jamais

1. Une citation.
2. Le visage ou la voix d’une personne.
3. Une photo d’un lieu qui existe.
4. Une réponse à quelqu’un qui souffre.
5. Un chiffre.

## Ce que nous n’envoyons jamais à un service extérieur

- un nom, une adresse, un dossier ;
- un document qui n’est pas déjà public ;
- un message reçu d’un habitant.

::: warning Personne n’a mal agi
Pendant notre essai, quatre usages sur onze ont envoyé des noms à un service extérieur, par commodité. La solution n’a pas été de gronder, mais d’offrir un outil interne presque aussi commode.
:::

## Ce que nous gardons parce que nous l’aimons

Interviewer. Choisir l’angle. Trouver le titre. Reconnaître la voix du facteur.

## Ce que nous devons encore trancher

- [ ] Les textes alternatifs proposés par la machine et relus : _préparés_ ou _corrigés_ ?
- [ ] Faut-il tenir un registre des usages, et qui le lit ?
- [ ] Comment dire le coût en énergie, avec un chiffre que nous puissions vérifier ?`,
  },
]
