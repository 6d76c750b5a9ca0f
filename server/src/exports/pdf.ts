import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { ExportError } from './export-error.ts'
import type { ExportInput } from './book.ts'
import { lacksText } from './images.ts'
import { type Prepared, prepare } from './prepare.ts'
import { writeTypst } from './typst-document.ts'

export interface Pdf {
  bytes: Uint8Array
  /** PDF/UA-1; else it is tagged all the same. */
  accessible: boolean
  /** Why not: pictures that nobody has described, characters that no font here draws. */
  undescribed: number
  undrawn: string[]
}

/** Nothing is read from the disk: pictures are given, and no path of ours stands in a text. */
const ROOT = '/cenacle-export'

/**
 * An export as PDF by Typst, for whoever reads with a screen reader too (PDF/UA-1) when every picture says what it shows.
 * @throws ExportError export-unavailable where the compiler is not installed
 */
export async function makePdf(input: ExportInput): Promise<Pdf> {
  const book = prepare(input)
  const compiler = await openCompiler()
  for (const [key, { bytes }] of Object.entries(input.images)) compiler.mapShadow(`${ROOT}/${key}`, Buffer.from(bytes))
  try {
    return compile(compiler, writeTypst(book), undescribedIn(book))
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

function compile(compiler: NodeCompiler, source: string, undescribed: number): Pdf {
  const { result, ...rest } = take(compiler, source)
  if (!result) throw new Error(`Typst refused what we wrote: ${rest.error}`)
  const undrawn = new Set<string>()
  if (undescribed === 0) {
    try {
      return { bytes: compiler.pdf(result, { pdfStandard: 'ua-1' }), accessible: true, undescribed, undrawn: [] }
    } catch (error) {
      // A page leaves all the same, tagged as well as it can be.
      for (const sign of undrawnIn(String(error))) undrawn.add(sign)
    }
  }
  return { bytes: compiler.pdf(result, {}), accessible: false, undescribed, undrawn: [...undrawn] }
}

/** Typst's reasons come as Rust prints them. */
const undrawnIn = (reasons: string): string[] =>
  [...reasons.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )

function take(compiler: NodeCompiler, source: string) {
  const done = compiler.compile({ mainFileContent: source })
  return { result: done.result, error: JSON.stringify(done.takeError()?.shortDiagnostics ?? []).slice(0, 2_000) }
}

function undescribedIn({ chapters, input }: Prepared): number {
  let count = 0
  for (const { doc } of chapters)
    doc.descendants((node) => {
      if (lacksText(node) && Object.hasOwn(input.images, String(node.attrs['src']).slice('/api/files/'.length)))
        count += 1
    })
  return count
}

let opened: NodeCompiler | undefined

/** One for each thread: it reads its fonts once. */
async function openCompiler(): Promise<NodeCompiler> {
  if (opened) return opened
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: unknown) => {
    throw new ExportError('export-unavailable', { cause: error })
  })
  opened = typst.NodeCompiler.create({ workspace: ROOT })
  return opened
}
