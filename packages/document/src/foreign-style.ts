import { elementsIn, type HtmlElement, textIn } from './html-tree.ts'

/** CSS declarations by property, both in lower case. */
export type Style = Readonly<Record<string, string>>

/** What the style sheets of a foreign document say: by class (`.c1`, `p.MsoTitle`), and by level of a list of Word (`l0:level2`). */
export interface StyleSheet {
  classes: ReadonlyMap<string, Style>
  listLevels: ReadonlyMap<string, Style>
}

const RULE = /([^{}]+)\{([^{}]*)\}/g
/** `.c1`, `p.MsoTitle`, `li.c2`: what office suites write. Anything cleverer styles web pages, which say what they mean by elements. */
const BY_CLASS = /^([a-z0-9]*\.[\w-]+)$/i
const BY_LEVEL = /^@list\s+(l\d+:level\d+)$/i

/** Reads the style sheets of a document. */
export function styleSheetOf(root: HtmlElement): StyleSheet {
  const classes = new Map<string, Style>()
  const listLevels = new Map<string, Style>()
  for (const element of elementsIn(root)) {
    if (element.name !== 'style') continue
    const css = textIn(element).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
    for (const [, selectors = '', body = ''] of css.matchAll(RULE)) {
      const style = declarations(body)
      for (const selector of selectors.split(',')) {
        const level = BY_LEVEL.exec(selector.trim())?.[1]
        const name = BY_CLASS.exec(selector.trim())?.[1]
        if (level) listLevels.set(level.toLowerCase(), style)
        else if (name) classes.set(name, { ...classes.get(name), ...style })
      }
    }
  }
  return { classes, listLevels }
}

/** The declarations of an element: those of its classes, then its own. */
export function styleOf({ name: tag, attrs }: HtmlElement, { classes }: StyleSheet): Style {
  const own = attrs['style']
  const named = attrs['class']
  if (own === undefined && (named === undefined || classes.size === 0)) return NONE
  const style: Record<string, string> = {}
  for (const name of named?.split(/\s+/) ?? [])
    Object.assign(style, classes.get(`.${name}`), classes.get(`${tag}.${name}`))
  return Object.assign(style, declarations(own ?? ''))
}

const NONE: Style = {}

function declarations(body: string): Style {
  const style: Record<string, string> = Object.create(null)
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    style[declaration.slice(0, colon).trim().toLowerCase()] = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
  }
  return style
}
