import { type MathNode, mathTree } from './math.ts'
import { array, call, join, str } from './typst-code.ts'

/** TeX as an equation, described by its source. What KaTeX cannot read stays as it was typed. */
export function typstMath(tex: string, block: boolean): string {
  const tree = mathTree(tex, block)
  if (!tree) return call('raw', str(tex))
  return call('math.equation', `alt: ${str(tex)}`, `block: ${block}`, content(tree))
}

const VARIANTS: Record<string, string> = {
  normal: 'math.upright',
  bold: 'math.bold',
  italic: 'math.italic',
  'double-struck': 'math.bb',
  script: 'math.cal',
  fraktur: 'math.frak',
  'sans-serif': 'math.sans',
  monospace: 'math.mono',
}
/** Signs above a letter, as the combining characters that Typst knows them by. */
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  '~': '\u0303',
  '\u02c7': '\u030c',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u00af': '\u0304',
  '\u02c9': '\u0304',
  '\u00b4': '\u0301',
  '\u02ca': '\u0301',
  '\u0060': '\u0300',
  '\u02cb': '\u0300',
  '\u20d7': '\u20d7',
  '\u2192': '\u20d7',
}
const LINES: Record<string, string> = {
  'mover \u203e': 'math.overline',
  'munder \u203e': 'math.underline',
  'munder _': 'math.underline',
  'mover \u23de': 'math.overbrace',
  'munder \u23df': 'math.underbrace',
}
/** Characters that mean something to MathML alone. */
const INVISIBLE = /[\u2061-\u2064\u200b]/g

const content = (node: MathNode): string => join(node.children.map(write))
/** An operand: also what is drawn as nothing (the start of a line with an index) has its place in a call. */
const part = (node: MathNode, index: number): string => {
  const child = node.children[index]
  return (child && write(child)) || '[]'
}
const signOf = (node: MathNode | undefined): string => (node?.name === 'mo' ? node.text : '')

function write(node: MathNode): string {
  switch (node.name) {
    case 'mi':
    case 'mo':
    case 'mn':
      return token(node)
    case 'mtext':
      return str(node.text)
    case 'mspace':
      return space(node)
    case 'mfrac':
      return fraction(node)
    case 'msqrt':
      return call('math.sqrt', content(node))
    case 'mroot':
      return call('math.root', part(node, 1), part(node, 0))
    case 'msup':
      return call('math.attach', part(node, 0), `t: ${part(node, 1)}`)
    case 'msub':
      return call('math.attach', part(node, 0), `b: ${part(node, 1)}`)
    case 'msubsup':
      return call('math.attach', part(node, 0), `b: ${part(node, 1)}`, `t: ${part(node, 2)}`)
    case 'mover':
    case 'munder':
      return overUnder(node)
    case 'munderover':
      return call('math.attach', limits(node), `b: ${part(node, 1)}`, `t: ${part(node, 2)}`)
    case 'mtable':
      return table(node)
    case 'mphantom':
      return call('hide', content(node))
    case 'menclose':
      return enclosed(node)
    default:
      return row(node)
  }
}

function token({ name, text, attrs }: MathNode): string {
  const shown = text.replace(INVISIBLE, '')
  if (shown === '') return ''
  const isOne = [...shown].length === 1
  if (name === 'mi' && !isOne) return call('math.op', str(shown))
  const written = isOne ? call('symbol', str(shown)) : str(shown)
  const variant = VARIANTS[attrs['mathvariant'] ?? '']
  return variant
    ? call(variant, name === 'mi' && variant === 'math.bold' ? call('math.upright', written) : written)
    : written
}

function space({ attrs }: MathNode): string {
  const width = Number(/^(-?[\d.]+)em$/.exec(attrs['width'] ?? '')?.[1] ?? 0)
  return width === 0 ? '' : call('h', `${Math.max(-2, Math.min(10, width))}em`)
}

function fraction(node: MathNode): string {
  const [top, bottom] = [part(node, 0), part(node, 1)]
  if (!/^0(?:px|em|pt)?$/.test(node.attrs['linethickness'] ?? '')) return call('math.frac', top, bottom)
  return call('math.mat', 'delim: none', array([top]), array([bottom]))
}

const limits = (node: MathNode): string => call('math.limits', part(node, 0))

function overUnder(node: MathNode): string {
  const sign = signOf(node.children[1])
  const line = LINES[`${node.name} ${sign}`]
  if (line) return call(line, part(node, 0))
  const accent = node.name === 'mover' && node.attrs['accent'] === 'true' ? ACCENTS[sign] : undefined
  if (accent) return call('math.accent', part(node, 0), str(accent))
  return call('math.attach', limits(node), `${node.name === 'mover' ? 't' : 'b'}: ${part(node, 1)}`)
}

function table(node: MathNode): string {
  const sides = new Set((node.attrs['columnalign'] ?? '').split(' '))
  if (sides.has('right') && sides.has('left')) return lines(node)
  const rows = node.children.map((each) => array(each.children.map(content)))
  const align = sides.size === 1 && sides.has('left') ? ['align: left'] : []
  return call('math.mat', 'delim: none', 'row-gap: 0.5em', ...align, ...rows)
}

/** Equations one under the other, with their signs in line: Typst marks the place where they meet. */
const lines = (node: MathNode): string =>
  join(node.children.flatMap((each, i) => [...(i === 0 ? [] : ['linebreak()']), aligned(each)]))
const aligned = (line: MathNode): string =>
  join(line.children.flatMap((cell, i) => [...(i === 0 ? [] : ['meet']), content(cell)]))

function enclosed(node: MathNode): string {
  if (/strike/.test(node.attrs['notation'] ?? '')) return call('math.cancel', content(node))
  return call('box', 'stroke: 0.5pt', 'inset: 3pt', 'baseline: 3pt', call('math.equation', content(node)))
}

/** A row between two signs grows them to its height. */
function row(node: MathNode): string {
  const [first, last] = [node.children[0], node.children.at(-1)]
  const isFenced = first !== last && first?.attrs['fence'] === 'true'
  return isFenced ? call('math.lr', content(node)) : content(node)
}
