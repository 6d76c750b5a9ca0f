export interface SelectedText {
  /** The number of the post in which it stands. */
  number: number
  text: string
  range: Range
}

/** What is selected inside of one post; undefined when it is nothing, or goes over several. */
export const selectionIn = (selection: Selection | null): SelectedText | undefined => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: node } = range
  const post = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-number]')
  const text = selection.toString().trim()
  if (!post || text === '') return undefined
  return { number: Number(post.dataset['number']), text, range }
}
