import type { DemoPage } from '../content.ts'

export const publicPages: DemoPage[] = [
  {
    space: 'public',
    key: 'accueil-public',
    title: 'Qui nous sommes',
    author: 'helene-wittersheim',
    publisher: 'karim-bensaidi',
    markdown: `Nous sommes un groupe de communicantes et de communicants publics. Dans la journée, nous travaillons pour des villes, des départements, des universités, des hôpitaux. Le reste du temps, nous mettons en commun ce que nous apprenons, et nous vous le donnons.

## Ce que vous trouverez ici

- **Des méthodes** pour mesurer sans se raconter d’histoires : [Nos méthodes, en clair](page:public-methodes).
- **Des livrables**, écrits pendant nos ateliers par des personnes de terrain. Le livre blanc de cette année s’appellera, sans doute, _À nous de tenir_.
- **Le palmarès** du prix « Les Hashtags », avec le détail des votes.

Tout est libre. Vous pouvez copier, adapter, traduire. Si vous améliorez quelque chose, racontez-le-nous.

## Comment nous travaillons

Quarante-huit membres, autant de femmes que d’hommes. Des équipes, des ateliers, des désaccords. Nous décidons par vote, et un seul veto motivé peut arrêter une candidature. Une réunion à distance chaque trimestre, une en personne chaque année.

## Nous rejoindre

Deux sièges sont libres. Si vous travaillez dans la communication publique, écrivez-nous ce que vous aimeriez apprendre. Ce que vous savez déjà, nous le découvrirons ensemble.`,
  },
  {
    space: 'public',
    key: 'public-methodes',
    parent: 'accueil-public',
    title: 'Nos méthodes, en clair',
    author: 'nadia-rey',
    publisher: 'helene-wittersheim',
    markdown: `Chaque trimestre, nous relevons des chiffres sur 410 comptes publics. Voici comment, et pourquoi vous avez le droit d’en douter.

## Le principe

Nous prenons uniquement ce que tout le monde peut voir. Nous faisons le même calcul pour tous. Nous publions le fichier, la formule et les erreurs.

## Le calcul le plus demandé

\`\`\`
taux = (réactions + commentaires + partages) ÷ publications ÷ abonnés × 1000
\`\`\`

Ce taux dit combien de gestes une publication provoque, pour mille personnes qui suivent le compte. Il ne dit pas si elles étaient contentes. Une colère donne un excellent taux.

## Pourquoi plusieurs tableaux

Un bourg et une grande ville ne se comparent pas. Nous séparons les communes en quatre tailles, et nous donnons la source et la date de chaque population.

## Erratum

| Ce qui était faux | Ce qui est corrigé | Grâce à |
| --- | --- | --- |
| Certains partages étaient comptés deux fois, pour 14 comptes | Le fichier du trimestre, deux rangs modifiés | Jeanne, lectrice |

L’ancien fichier reste consultable.

::: tip Vous trouvez autre chose que nous
Écrivez-nous votre calcul. Nous répondons toujours, et nous vous citons si vous le voulez bien.
:::`,
  },
]
