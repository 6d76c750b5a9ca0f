import { DOMParser, type ParseOptions, type Schema, Slice } from '@tiptap/pm/model'
import { documentFromHtml } from '@cenacle/document/foreign-html'
import { type HtmlElement, treeOfDom } from '@cenacle/document/html-tree'

/** What HTML that was written elsewhere says, in the schema of an editor, which may know more than that of pages. */
export const sliceOfHtml = (root: HtmlElement, schema: Schema): Slice =>
  new Slice(schema.nodeFromJSON(documentFromHtml(root).toJSON()).content, 0, 0)

/** Reads the clipboard: what an editor of ours copied as it is, everything else as an import reads it. */
export class PasteParser extends DOMParser {
  static for(schema: Schema): PasteParser {
    return new PasteParser(schema, DOMParser.fromSchema(schema).rules)
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    // ProseMirror keeps the spaces of what it has written itself: its own copies, and plain text.
    return options?.preserveWhitespace === true
      ? super.parseSlice(dom, options)
      : sliceOfHtml(treeOfDom(dom), this.schema)
  }
}
