import sharp from 'sharp'
import type { ExportInput } from '../src/exports/book.ts'

/** Keys of the pictures of the sample. */
export const PICTURE = 'a'.repeat(40)
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Every node and mark that a page can hold, in Markdown. */
export const EVERYTHING = `Des mots **gras**, _penchés_, ~~barrés~~, \`du code\`, [un lien](https://exemple.fr/a?b=1&c#d "titre"),\\
une autre ligne, une note[^1], $x^2 + \\frac{a}{b}$, [@Maëlle Brossard](/personnes/${id(7)}), [[Second chapitre]](/pages/${id(2)}), [plan.pdf](/api/files/${'b'.repeat(40)} "fichier, 12345 octets"), ![Un carré](/api/files/${PICTURE} "légende").

## Un titre « long » : lequel ?

- un
- deux
  1. sous un
  2. sous deux

4. quatre
5. cinq

+ [ ] à faire
+ [x] déjà fait

> Une citation.

\`\`\`js
const a = "#read(1)" // <b>
\`\`\`

$$
\\sum_{i=0}^n i = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}
$$

| Gauche | Milieu | Droite |
| :--- | :---: | ---: |
| a | b<br>c | 1 |

::: warning Prenez garde
Un encadré.
:::

::: tip
Sans titre.
:::

***

![](/api/files/${PICTURE} "décorative")

Vers [le titre](#un-titre-long-lequel), vers [l’autre page](/pages/${id(2)}#une-partie), vers [une page d’ailleurs](/pages/${id(9)}).

[^1]: Le texte de la note.
`

/** A book of three pages with everything in it. @param markdown of the first page */
export async function sampleBook(markdown = EVERYTHING): Promise<ExportInput> {
  const square = sharp({ create: { width: 60, height: 40, channels: 3, background: '#1d4e89' } })
  const bytes = await square.jpeg().toBuffer()
  return {
    title: 'La méthode',
    space: 'Comité de pilotage',
    date: '2026-11-21T10:00:00.000Z',
    contributors: ['Inès Aubry', 'Malo Brossard'],
    origin: 'https://cenacle.example',
    isBook: true,
    pages: [
      { id: id(1), title: 'Premier chapitre', depth: 0, markdown },
      {
        id: id(2),
        title: 'Second chapitre',
        depth: 1,
        markdown: '## Une partie\n\nSes mots, et une note[^1].\n\n[^1]: Autre note.',
      },
      { id: id(3), title: '', depth: 0, markdown: '' },
    ],
    images: { [PICTURE]: { bytes, type: 'image/jpeg', width: 60, height: 40 } },
  }
}

/** Its first page by itself. */
export async function samplePage(markdown?: string): Promise<ExportInput> {
  const book = await sampleBook(markdown)
  return { ...book, isBook: false, title: 'Premier chapitre', pages: book.pages.slice(0, 1) }
}
