import { Parser } from 'htmlparser2'
import { type HtmlElement, MAX_HTML_DEPTH, newElement } from './html-tree.ts'

/** HTML as a tree, where there is no browser to read it. Never throws: any text is some HTML. */
export function readHtml(html: string): HtmlElement {
  const root = newElement('#root', {})
  const open: HtmlElement[] = [root]
  let below = 0
  const top = (): HtmlElement => open.at(-1) ?? root
  const comment = (text: string): void => {
    top().children.push({ kind: 'comment', text })
  }
  const parser = new Parser({
    onopentag(name, attrs) {
      const element = newElement(name, attrs)
      if (open.length > MAX_HTML_DEPTH) {
        below += 1
        return
      }
      top().children.push(element)
      open.push(element)
    },
    onclosetag() {
      if (below > 0) below -= 1
      else open.pop()
    },
    ontext(text) {
      const last = top().children.at(-1)
      if (last?.kind === 'text') last.text += text
      else top().children.push({ kind: 'text', text })
    },
    oncomment: comment,
    // `<![if !supportLists]>`: a browser takes it for a comment.
    onprocessinginstruction: (_, text) => comment(text.replace(/^!/, '')),
  })
  parser.write(html)
  parser.end()
  return root
}
