/** The page templates of a new installation; its administrators edit them afterwards. Markdown in the form in which the product writes it. */
export const templates = [
  {
    id: '01990000-0000-7000-8000-000000000001',
    name: 'Méthode',
    hint: 'Définir un indicateur ou une façon de faire : la question, le calcul, les limites.',
    markdown: `::: info En bref
En deux phrases : ce que l’on mesure ou ce que l’on fait, et pour qui.
:::

## La question

Celle à laquelle cette méthode répond, telle qu’on la poserait en réunion.

## Ce que l’on compte

- **Périmètre :** quels comptes, quels contenus, quelles dates.
- **Source :** où l’on prend les chiffres, et qui y a accès.
- **Exclus :** ce que l’on ne compte pas, et pourquoi.

## Le calcul

La formule en toutes lettres, puis le même calcul avec de vrais nombres.

| Donnée | Valeur | D’où elle vient |
| --- | --- | --- |
|  |  |  |
|  |  |  |

## Comment lire le résultat

Ce qui est beaucoup, ce qui est peu, et ce que l’on ne peut pas en conclure.

## Les limites

- Ce que la méthode ne voit pas.
- Ce qui peut fausser la comparaison entre deux collectivités.

## Pour refaire le calcul

1. Première étape, avec l’outil et la page où l’on clique.
2. Deuxième étape.
3. Vérification : qui relit, et à partir de quelles données.

## Ce qui a changé

| Date | Changement | Décidé par |
| --- | --- | --- |
|  |  |  |
`,
  },
  {
    id: '01990000-0000-7000-8000-000000000002',
    name: 'Brouillon d’atelier',
    hint: 'Écrire à plusieurs en même temps : chaque binôme a sa section, les co-pilotes rassemblent.',
    markdown: `::: tip Une section par binôme
Chaque binôme écrit dans sa section. Pendant l’atelier, personne ne déplace ni ne supprime celle d’un autre : les co-pilotes rassemblent à la fin, dans la mise en commun.
:::

## L’atelier

- **Objectif :** ce que l’on saura faire en sortant.
- **Mission du jour :** ce que l’on écrit, et pour qui.
- **Co-pilotes :**
- **Date et lieu :**
${['1', '2', '3', '4', '5']
  .map(
    (n) => `
## Binôme ${n}

**Prénoms :**

### Ce que nous proposons

### Un exemple qui marche, un exemple qui ne marche pas

### Ce qui reste ouvert
`,
  )
  .join('')}
## Mise en commun

Écrite par les co-pilotes, quand les binômes ont terminé.

- **Nous sommes d’accord sur :**
- **Nous hésitons sur :**

### La suite

- [ ] Quoi, par qui, pour quand
`,
  },
  {
    id: '01990000-0000-7000-8000-000000000003',
    name: 'Compte rendu',
    hint: 'Garder d’une réunion les présences, les décisions et ce que chaque personne doit faire.',
    markdown: `- **Date :**
- **Lieu :** en visioconférence, ou l’adresse.
- **Présent·es :**
- **Excusé·es :**
- **Prise de notes :**

## Ordre du jour

1. Premier point
2. Deuxième point
3. Questions diverses

## Ce qui a été décidé

| Décision | Pour, contre, abstentions | À partir du |
| --- | --- | --- |
|  |  |  |
|  |  |  |

## À faire

- [ ] Quoi, par qui, pour quand
- [ ] Quoi, par qui, pour quand

## Ce qui s’est dit

### Premier point

L’essentiel des échanges : les arguments, sans attribuer les phrases.

### Deuxième point

## Prochaine réunion

La date, le lieu, et ce qu’il faut avoir lu avant.
`,
  },
  {
    id: '01990000-0000-7000-8000-000000000004',
    name: 'Liste de contrôle',
    hint: 'Ne rien oublier avant, pendant et après une publication ou un événement.',
    markdown: `::: info Quand s’en servir
À quel moment l’on ouvre cette liste, et qui la coche. Copiez la page pour chaque nouvelle occasion.
:::

## Avant

- [ ] L’objectif et le public tiennent en une phrase.
- [ ] Une deuxième personne a relu le texte.
- [ ] Les images ont une description, les vidéos des sous-titres.
- [ ] Les droits des images et l’accord des personnes visibles sont écrits quelque part.
- [ ] La validation est demandée, avec une date.

## Pendant

- [ ] Une personne surveille les réponses, une autre peut prendre le relais.
- [ ] Les questions sans réponse sont notées ici.

## Après

- [ ] Les chiffres sont relevés à la date prévue.
- [ ] Ce qui a bien marché, ce que l’on changera.
- [ ] La liste est mise à jour pour la prochaine fois.

## Si quelque chose tourne mal

Qui prévenir, dans quel ordre, et ce que l’on ne publie pas en attendant.
`,
  },
] as const
