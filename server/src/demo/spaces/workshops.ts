import type { DemoSpace } from '../content.ts'
import { crisisGuests, ecosystemGuests, machineGuests, plainLanguageGuests } from '../people/guests.ts'
import { all, seats } from './seats.ts'

export const workshopSpaces: DemoSpace[] = [
  {
    slug: 'atelier-1',
    kind: 'workshop',
    name: 'Atelier 1 · Parler juste quand tout s’emballe',
    purpose: 'Écrire la liste de ce qu’une petite équipe fait dans les deux premières heures d’une crise.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['samira-belhadri', 'erwan-le-scouezel']),
      ...seats('writer', [
        'perrine-goasmat',
        'judicael-techer',
        'benoit-wallaert',
        'olivier-castagnede',
        'ketty-saint-aude',
      ]),
      ...all('writer', crisisGuests),
    ],
    workshop: {
      pitch:
        'Une inondation, une rumeur, une panne d’eau : la première heure se joue souvent avec deux personnes, un téléphone et un mot de passe que personne ne retrouve. Les plans existent. Ils ont quarante pages.',
      objective:
        'Tenir sur une feuille ce qui compte vraiment, minute par minute, pour une équipe de une à cinq personnes.',
      mission:
        'Apportez une crise que vous avez vécue, même petite : ce que vous avez su, quand, et ce que vous auriez voulu trouver écrit.',
      inDays: 12,
    },
  },
  {
    slug: 'atelier-2',
    kind: 'workshop',
    name: 'Atelier 2 · Adapter son écosystème',
    purpose: 'Dessiner les canaux qu’une commune peut tenir vraiment, quand une seule personne s’en occupe.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['ines-caradec', 'theo-barascud']),
      ...seats('writer', [
        'maelle-brossard',
        'nadia-rey',
        'sylvain-charbouillot',
        'guillaume-poujouly',
        'fanny-deschaseaux',
        'hugo-lestrade',
      ]),
      ...all('writer', ecosystemGuests),
    ],
    workshop: {
      pitch:
        'Les conseils s’adressent presque toujours à des équipes de dix. Or la plupart des communes ont une personne, souvent à mi-temps, parfois entre l’état civil et la location de la salle des fêtes.',
      objective:
        'Proposer un écosystème de canaux qui tient en six heures par semaine, avec ce que l’on accepte de ne pas faire.',
      mission:
        'Notez une semaine de votre travail, sans l’embellir, et dites-nous quel canal vous fermeriez si vous l’osiez.',
      inDays: 12,
    },
  },
  {
    slug: 'atelier-3',
    kind: 'workshop',
    name: 'Atelier 3 · Être compris du premier coup',
    purpose: 'Réécrire ensemble des textes publics que tout le monde reçoit et que presque personne ne finit.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['helene-wittersheim', 'karim-bensaidi']),
      ...seats('writer', [
        'anouche-terzakian',
        'elodie-marchessaux',
        'felix-amoretti',
        'beatrice-lamourere',
        'peio-harispuru',
      ]),
      ...all('writer', plainLanguageGuests),
    ],
    workshop: {
      pitch:
        'Un courrier que l’on relit trois fois, c’est une visite au guichet, un appel, parfois un droit perdu. Écrire clair n’est pas une coquetterie.',
      objective:
        'Réunir des réécritures réelles, avec la phrase d’avant, celle d’après et ce que les lecteurs en ont compris.',
      mission:
        'Apportez un texte de votre institution dont vous n’êtes pas fier, et une personne de votre entourage à qui le faire lire.',
      inDays: 13,
    },
  },
  {
    slug: 'atelier-4',
    kind: 'workshop',
    name: 'Atelier 4 · Écrire avec une machine',
    purpose: 'Décider ce qu’une rédaction publique peut confier à une intelligence artificielle, et ce qu’elle garde.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['linh-phan', 'antoine-mazerolles']),
      ...seats('writer', [
        'gaspard-lemoussu',
        'tuan-le-vaillant',
        'noemie-sauvestre',
        'clotilde-vanhoucke',
        'camille-puydebat',
      ]),
      ...all('writer', machineGuests),
    ],
    workshop: {
      pitch:
        'Les outils sont déjà dans nos bureaux, souvent sans que personne ne l’ait décidé. Ni enthousiasme ni effroi : regardons ce que nous faisons.',
      objective: 'Rédiger un manifeste d’une page qu’une direction puisse signer et qu’une équipe puisse suivre.',
      mission:
        'Tenez pendant deux semaines le carnet de vos usages : la tâche, le temps gagné, l’erreur repérée, ce que vous n’avez pas osé dire.',
      inDays: 13,
    },
  },
]
