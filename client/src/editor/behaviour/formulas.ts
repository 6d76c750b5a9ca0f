import { Extension, InputRule } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view'
import { formulaMathml, type Typesetter } from '@cenacle/document/formula'

let katex: Promise<Typesetter> | undefined
/** Loaded with the first formula that one sees or writes. A failed load is tried again by the next. */
const loadKatex = (): Promise<Typesetter> =>
  (katex ??= import('katex').then(
    ({ default: loaded }) => loaded,
    (error: unknown) => {
      katex = undefined
      throw error
    },
  ))

/** A formula as HTML, or from where on it cannot be read: empty when it stops too early. */
export async function typeset(tex: string, display: boolean): Promise<{ html: string } | { wrong: string }> {
  const typesetter = await loadKatex()
  try {
    return { html: formulaMathml(typesetter, tex, display) }
  } catch (error) {
    const at = error instanceof Error && 'position' in error && typeof error.position === 'number' ? error.position : 0
    return { wrong: tex.slice(at, at + 24) }
  }
}

/** A formula of the text that one wants to change: it stays the same one while the others write around it. */
export interface FormulaPlace {
  position: () => number | undefined
}

type Edit = (place: FormulaPlace) => void

/** @param empty what stands where a formula is empty */
const formulaView =
  (display: boolean, edit: Edit, empty: string): NodeViewConstructor =>
  (node, view, getPos): NodeView => {
    const dom = document.createElement(display ? 'div' : 'span')
    dom.className = display ? 'math-block' : 'math'
    let shown: string | undefined
    const render = async (tex: string): Promise<void> => {
      const result = await typeset(tex, display).catch(() => undefined)
      if (shown !== tex) return
      if (result && 'html' in result) dom.innerHTML = result.html
      else dom.classList.add('math-invalid')
    }
    const show = ({ textContent: tex }: Node): void => {
      if (tex === shown) return
      shown = tex
      dom.classList.remove('math-invalid')
      dom.textContent = tex || empty
      if (tex === '') return
      void render(tex)
    }
    show(node)
    dom.addEventListener('click', () => view.editable && edit({ position: getPos }))
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        show(next)
        return true
      },
      stopEvent: () => false,
      ignoreMutation: () => true,
    }
  }

/** The formula that is selected. Its view knows where it is, also when it moves. */
function openSelected(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || !/^math(?:Block)?$/.test(selection.node.type.name)) return false
  const dom = view.nodeDOM(selection.from)
  if (dom instanceof HTMLElement) dom.click()
  return true
}

/** Formulas: shown typeset, opened by a press or Enter; `$…$` typed in a line makes one. */
export const formulas = (edit: Edit, empty: string) =>
  Extension.create({
    name: 'formulas',
    // Before the keys of lists.
    priority: 200,
    addKeyboardShortcuts: () => ({ Enter: ({ editor }) => openSelected(editor.view) }),
    addInputRules() {
      const { math } = this.editor.schema.nodes
      return [
        new InputRule({
          // Not behind a word, where one writes of money.
          find: /(?<=^|[\s(«'’])\$([^\s$]|[^\s$][^$]*[^\s$\\])\$$/,
          handler: ({ state, range, match }) => {
            if (math) state.tr.replaceWith(range.from, range.to, math.create(null, state.schema.text(match[1] ?? '')))
          },
        }),
      ]
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { nodeViews: { math: formulaView(false, edit, empty), mathBlock: formulaView(true, edit, empty) } },
      }),
    ],
  })

/**
 * Writes another text into a node whose text is content, touching only what differs: what a colleague changes elsewhere in it stays.
 * @param change what makes the new text of the old one
 */
export function changeNodeText(
  view: EditorView,
  position: number,
  change: { index: number; remove: number; insert: string },
): void {
  const from = position + 1 + change.index
  const { tr } = view.state
  view.dispatch(
    change.insert ? tr.insertText(change.insert, from, from + change.remove) : tr.delete(from, from + change.remove),
  )
}
