/**
 * How a page looks on paper: the colours of the light theme (client/src/styles/tokens.css), Libertinus, which the compiler carries with it,
 * French rules. What is decoration (rules, dots, page numbers) is kept from screen readers by Typst itself or by `pdf.artifact`.
 */
export const TEMPLATE = `
#let ink = rgb("#1f1b16")
#let ink-2 = rgb("#5a5247")
#let line-colour = rgb("#ddd5c7")
#let sunk = rgb("#f3eee5")
#let accent = rgb("#1d4e89")
#let tones = (
  info: (rgb("#1d4e89"), rgb("#e3ecf6")),
  tip: (rgb("#1e6b47"), rgb("#e2f2e9")),
  warning: (rgb("#8a5a00"), rgb("#fbf0d9")),
  danger: (rgb("#a3262a"), rgb("#fbe9e7")),
)
#let meet = $&$.body

#set text(font: "Libertinus Serif", size: 11pt, lang: "fr", region: "FR", fill: ink, hyphenate: true, number-type: "lining")
#set par(justify: true, leading: 0.68em, spacing: 1.05em, linebreaks: "optimized")
#set page(paper: "a4", margin: (left: 27mm, right: 27mm, top: 28mm, bottom: 27mm))
#set list(indent: 0.4em, body-indent: 0.65em, marker: ([•], [–], [·]), spacing: 0.75em)
#set enum(indent: 0.4em, body-indent: 0.65em, spacing: 0.75em)
#set quote(block: true)
#set table(stroke: none)
#set footnote.entry(separator: line(length: 22%, stroke: 0.5pt + line-colour))
#show footnote.entry: set text(size: 9pt)
#show link: it => text(fill: accent, it)
#show strong: set text(weight: "bold")
#show raw: set text(font: "DejaVu Sans Mono", size: 0.84em, hyphenate: false)
#show raw.where(block: true): it => block(
  width: 100%, fill: sunk, inset: (x: 11pt, y: 9pt), radius: 3pt, breakable: true, above: 1.2em, below: 1.2em,
  { set par(justify: false, leading: 0.62em); set align(left); it },
)
#show raw.where(block: false): it => box(fill: sunk, inset: (x: 2.5pt), outset: (y: 2.5pt), radius: 2pt, it)
#show quote.where(block: true): it => block(
  inset: (left: 14pt, y: 1pt), stroke: (left: 2pt + line-colour), above: 1.2em, below: 1.2em,
  text(fill: ink-2, it.body),
)
#show heading: it => {
  set par(justify: false, leading: 0.45em)
  set text(hyphenate: false)
  let size = (24pt, 17pt, 13.5pt, 11.8pt, 11pt, 11pt).at(calc.min(it.level, 6) - 1)
  let above = (5.5mm, 26pt, 20pt, 16pt, 14pt, 14pt).at(calc.min(it.level, 6) - 1)
  block(above: above, below: if it.level == 1 { 16pt } else { 0.75em }, breakable: false, sticky: true,
    text(size: size, weight: if it.level < 3 { "semibold" } else { "bold" }, style: if it.level > 4 { "italic" } else { "normal" }, it.body))
}
#show outline.entry.where(level: 1): set block(above: 1.15em)
#show outline.entry.where(level: 1): set text(weight: "semibold")
#show outline.entry: set text(fill: ink)

#let rule = align(center, block(above: 1.8em, below: 1.8em, line(length: 24%, stroke: 0.7pt + line-colour)))
#let picture(it) = align(center, block(above: 1.3em, below: 1.3em, it))
#let box-of(done) = box(width: 0.82em, height: 0.82em, baseline: 0.08em, radius: 1.5pt, stroke: 0.8pt + ink-2,
  if done { place(center + horizon, curve(stroke: (paint: accent, thickness: 1.4pt, cap: "round"), curve.move((0.12em, 0.4em)), curve.line((0.33em, 0.62em)), curve.line((0.68em, 0.16em)))) })
#let tasks(..items) = list(
  marker: n => hide[•], indent: 0pt, body-indent: 0pt, tight: true,
  ..items.pos().map(((done, body)) => grid(columns: (1.5em, 1fr), pdf.artifact(box-of(done)), {
    // Read aloud, and found by who copies the text; the box says it to the eye.
    place(hide(if done { "Fait : " } else { "À faire : " }))
    body
  })),
)
#let grille(columns, aligns, ..cells) = {
  set text(size: if columns > 7 { 7.6pt } else if columns > 4 { 8.8pt } else { 9.8pt })
  set par(justify: false, leading: 0.55em, spacing: 0.7em)
  show table.cell.where(y: 0): set text(weight: "bold")
  block(above: 1.3em, below: 1.3em, table(
    columns: columns, align: (x, y) => aligns.at(x) + top, inset: (x: 7pt, y: 5.5pt),
    fill: (x, y) => if y == 0 { sunk },
    stroke: (x, y) => (bottom: (if y == 0 { 0.9pt } else { 0.5pt }) + (if y == 0 { ink-2 } else { line-colour })),
    ..cells,
  ))
}
#let encadre(kind, title, body) = {
  let (strong-colour, soft) = tones.at(kind)
  block(width: 100%, fill: soft, stroke: (left: 3pt + strong-colour), inset: (left: 13pt, right: 12pt, y: 10pt), radius: (right: 3pt), above: 1.3em, below: 1.3em, {
    block(below: 0.65em, sticky: true, text(weight: "bold", fill: strong-colour, title))
    body
  })
}
#let running(whole, part) = context {
  show footnote: none
  let number = here().page()
  let before = query(heading.where(level: 1).before(here()))
  let mine = query(heading.where(level: 1)).filter(it => it.location().page() == number)
  if mine.len() == 0 {
    set text(size: 8.8pt, fill: ink-2)
    set par(justify: false)
    block(width: 100%, stroke: (bottom: 0.5pt + line-colour), inset: (bottom: 5pt), grid(columns: (1fr, 1fr), column-gutter: 12pt,
      whole, align(right, emph(if part != none { part } else if before.len() > 0 { before.last().body }))))
  }
}
#let number-of-page = context align(center, text(size: 9pt, fill: ink-2, counter(page).display("1")))
#let chapter-rule = block(above: 0pt, below: 5.5mm, line(length: 14mm, stroke: 2.2pt + accent))
#let cover(space, name, day) = {
  set page(margin: (left: 32mm, right: 32mm, top: 70mm, bottom: 32mm), header: none, footer: none)
  set par(justify: false, leading: 0.5em)
  text(size: 12pt, fill: ink-2, tracking: 0.02em, space)
  v(6mm)
  chapter-rule
  text(size: 36pt, weight: "semibold", hyphenate: false, title(name))
  v(1fr)
  text(size: 11pt, fill: ink-2, day)
  pagebreak()
}
#show title: it => { set text(size: 1em); it }
#let byline(words) = block(below: 2.2em, text(size: 9.8pt, fill: ink-2, { set par(justify: false); words }))
`
