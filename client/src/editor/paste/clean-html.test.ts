import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './clean-html.ts'

const word = (level: number, marker: string, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->${text}<o:p></o:p></p>`

test('a numbered list of Word with a list inside stays one', () => {
  const html = `<html><head><style>p {color:red}</style></head><body><p class=MsoNormal>Avant</p>\n${word(1, '1.', 'Un')}\n${word(2, 'o', 'Détail')}\n${word(2, 'o', 'Autre')}\n${word(1, '2.', 'Deux')}\n<p class=MsoNormal>Après</p></body></html>`
  assert.equal(
    cleanHtml(html).replace(/\n/g, ''),
    '<p>Avant</p><ol><li><p>Un</p><ul><li><p>Détail</p></li><li><p>Autre</p></li></ul></li><li><p>Deux</p></li></ol><p>Après</p>',
  )
})

test('bullets and numbers at the same level are two lists, and text between two lists keeps its place', () => {
  const html = `${word(1, '·', 'Point')}${word(1, '1)', 'Premier')}<p>Milieu</p>${word(1, '·', 'Fin')}`
  assert.equal(
    cleanHtml(html),
    '<ul><li><p>Point</p></li></ul><ol><li><p>Premier</p></li></ol><p>Milieu</p><ul><li><p>Fin</p></li></ul>',
  )
})

test('a list that starts deeper than its next item loses nothing', () => {
  const text = cleanHtml(word(2, 'o', 'Dedans') + word(1, '1.', 'Dehors')).replace(/<[^>]+>/g, ' ')
  assert.match(text, /Dedans.*Dehors/)
})

test('styles and scripts go, meaning stays', () => {
  const html =
    '<h1 style="color:red">T</h1><h2>S</h2><p class="x" onclick="a()"><span style="font-weight:700;color:blue">gras</span> <span style=\'font-style:italic\'>ital</span><script>alert(1)</script></p><table border=1 style="width:3px"><tr><td align="right" width=30>a</td></tr></table>'
  assert.equal(
    cleanHtml(html),
    '<h2>T</h2><h3>S</h3><p><strong>gras</strong> <em>ital</em></p><table><tr><td>a</td></tr></table>',
  )
})

test('the bold around everything that Google Docs writes is none', () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><a href="https://a.example/">lien</a></p></b>'
  assert.equal(cleanHtml(html), '<div><p><a href="https://a.example/">lien</a></p></b>')
})

test('what the editor copied is left alone', () => {
  const html = '<p data-pm-slice="1 1 []" class="x">a</p>'
  assert.equal(cleanHtml(html), html)
})
