import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const publicTopics: DemoTopic[] = [
  {
    space: 'public',
    title: 'Vos questions sur nos méthodes',
    ...post(
      'helene-wittersheim',
      40 * DAY,
      `Vous êtes nombreuses et nombreux à nous écrire pour comprendre nos calculs. Nous rassemblons ici les questions reçues par courrier, avec nos réponses. Tout est aussi dans [Nos méthodes, en clair](page:public-methodes).`,
    ),
    replies: [
      post(
        'nadia-rey',
        39 * DAY,
        `**« Pourquoi notre commune n’apparaît-elle pas ? »** Parce que nous ne suivons que les comptes actifs, avec au moins quatre publications par mois. Écrivez-nous dès que c’est le cas, nous vous ajoutons au trimestre suivant.`,
      ),
      post(
        'karim-bensaidi',
        33 * DAY,
        `**« Êtes-vous payés par les réseaux sociaux ? »** Non. Les membres du comité sont bénévoles, salariés ailleurs, dans le service public. Personne ne paie pour figurer dans un tableau ni pour en sortir.`,
      ),
      post(
        'elodie-marchessaux',
        21 * DAY,
        `**« Puis-je réutiliser vos grilles dans ma collectivité ? »** Oui, librement, et sans demander. Si vous les améliorez, racontez-le-nous : c’est ainsi qu’elles grandissent.`,
      ),
      post(
        'nadia-rey',
        7 * DAY - 2 * HOUR,
        `**Erratum.** Une lectrice, Jeanne, a repéré que le dernier tableau comptait deux fois certains partages. Quatorze comptes étaient concernés, deux changent de rang. Le fichier est corrigé, l’ancien reste consultable. Merci à elle.`,
      ),
    ],
  },
]
