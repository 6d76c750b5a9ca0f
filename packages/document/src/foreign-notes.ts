import { elementsIn, type HtmlElement } from './html-tree.ts'

/** The footnotes of a foreign document: by key, the element that holds the note; and those elements, which are not read where they stand. */
export interface Notes {
  byKey: ReadonlyMap<string, HtmlElement>
  holders: ReadonlySet<HtmlElement>
}

/** From the text to a note: Word, LibreOffice, Google Docs, mammoth, ourselves. */
const TO_NOTE =
  /#(?:_?(?<word>[fe][td]n\d+)|sd(?<office>(?:foot|end)note\d+)sym|(?<google>ftnt\d+)|(?:[\w-]+-)?(?<mammoth>(?:foot|end)note-\d+))$/
/** From a note back to the text. */
const BACK =
  /#(?:_?(?<word>[fe][td]n)ref(?<n>\d+)|sd(?<office>(?:foot|end)note\d+)anc|(?<google>ftnt)_ref(?<m>\d+)|(?:[\w-]+-)?(?<mammoth>(?:foot|end)note-)ref-(?<k>\d+))$/

const keyIn = (match: RegExpExecArray | null): string | undefined =>
  match
    ? Object.values(match.groups ?? {})
        .filter(Boolean)
        .join('')
    : undefined

/** The key of the note that a link leads to; undefined for any other link. */
export const noteOf = ({ name, attrs }: HtmlElement): string | undefined =>
  name === 'a' ? keyIn(TO_NOTE.exec(attrs['href'] ?? '')) : undefined

/** Is it the link by which a note leads back? */
export const leadsBack = ({ name, attrs }: HtmlElement): boolean => name === 'a' && BACK.test(attrs['href'] ?? '')

/** Finds the notes of a document, which all of them keep at its end. */
export function notesOf(root: HtmlElement): Notes {
  const byKey = new Map<string, HtmlElement>()
  const visit = (element: HtmlElement, holder: HtmlElement | undefined): void => {
    const around = holds(element, holder) ? element : holder
    const key = element.name === 'a' ? keyIn(BACK.exec(element.attrs['href'] ?? '')) : undefined
    if (key !== undefined && around && !byKey.has(key)) byKey.set(key, around)
    for (const child of element.children) if (child.kind === 'element') visit(child, around)
  }
  visit(root, undefined)
  const used = new Set([...elementsIn(root)].map(noteOf))
  for (const key of byKey.keys()) if (!used.has(key)) byKey.delete(key)
  return { byKey, holders: new Set(byKey.values()) }
}

/** The outermost element that is one note: its own box, else an item of a list, else a paragraph. */
function holds(element: HtmlElement, around: HtmlElement | undefined): boolean {
  if (element.name === 'div') return isNoteBox(element)
  if (around && (isNoteBox(around) || around.name === 'li')) return false
  return element.name === 'li' || element.name === 'p'
}

const isNoteBox = ({ name, attrs }: HtmlElement): boolean =>
  name === 'div' && /^(?:[fe][td]n|sd(?:foot|end)note)\d+$/.test(attrs['id'] ?? '')
