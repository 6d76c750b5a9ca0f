import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DemoWriter } from './content.ts'

interface Typing {
  /** Where this very server listens, such as http://127.0.0.1:3000. */
  address: string
  /** The Origin that it takes for its own. */
  origin: string
  /** Session cookie of the person who writes. */
  cookie: string
  pageId: string
  writer: DemoWriter
  /** False while nobody looks: then the carets stay and nothing is typed, so that an idle demonstration does not grow. */
  watched: () => boolean
}

const KEY_MS = 110
const PAUSE_MS = 6_000
const KEPT_SENTENCES = 8

/**
 * One of the demonstration's people at work in a page: an ordinary client of the co-editing socket, which types sentences
 * key by key at the end of a section, pauses, and in time takes its oldest ones away again.
 * @returns what ends it
 */
export function startWriter({ address, origin, cookie, pageId, writer, watched }: Typing): () => void {
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie }, origin })
      this.on('error', () => {})
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${address.replace('http', 'ws')}/collab`, pageId, doc, {
    // ws has the surface of the browser's constructor that y-websocket uses.
    WebSocketPolyfill: Socket as never,
    disableBc: true,
  })
  const typed: number[] = []
  let next = 0
  let queue: string[] = []
  let timer: NodeJS.Timeout | undefined

  const step = (): void => {
    const paragraph = provider.synced ? paragraphOf(doc, writer.section) : undefined
    if (paragraph && watched()) {
      if (queue.length === 0) {
        const sentence = `${paragraph.length > 0 ? ' ' : ''}${writer.sentences[next++ % writer.sentences.length] ?? ''}`
        queue = [...sentence]
        typed.push(sentence.length)
        if (typed.length > KEPT_SENTENCES) paragraph.delete(0, Math.min(typed.shift() ?? 0, paragraph.length))
      }
      const key = queue.shift() ?? ''
      paragraph.insert(paragraph.length, key)
      showCaret(provider, paragraph)
    } else if (paragraph) showCaret(provider, paragraph)
    timer = setTimeout(
      step,
      queue.length > 0 && watched() ? KEY_MS + Math.random() * KEY_MS : PAUSE_MS * (0.5 + Math.random()),
    )
  }
  timer = setTimeout(step, Math.random() * PAUSE_MS)
  return () => {
    clearTimeout(timer)
    provider.destroy()
    doc.destroy()
  }
}

/** The text of the last paragraph of a section, made when the section has none. */
function paragraphOf(doc: Y.Doc, section: string): Y.XmlText | undefined {
  const body = doc.getXmlFragment('body')
  const blocks = body.toArray()
  const at = blocks.findIndex((block) => isNamed(block, 'heading') && textOf(block) === section)
  if (at === -1) return undefined
  const end = blocks.findIndex((block, i) => i > at && isNamed(block, 'heading'))
  const last = blocks[(end === -1 ? blocks.length : end) - 1]
  if (isNamed(last, 'paragraph')) {
    const text = last.toArray().at(-1)
    if (text instanceof Y.XmlText) return text
    return withText(last)
  }
  const paragraph = new Y.XmlElement('paragraph')
  body.insert(end === -1 ? blocks.length : end, [paragraph])
  return withText(paragraph)
}

function withText(paragraph: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText()
  paragraph.push([text])
  return text
}

const isNamed = (block: unknown, name: string): block is Y.XmlElement =>
  block instanceof Y.XmlElement && block.nodeName === name
const textOf = (element: Y.XmlElement): string =>
  element
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? child.toJSON() : ''))
    .join('')

/** The caret at the end of what is being typed, as y-prosemirror's editors read it. */
function showCaret(provider: WebsocketProvider, text: Y.XmlText): void {
  const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length)) as object
  provider.awareness.setLocalStateField('typing', true)
  provider.awareness.setLocalStateField('cursor', { anchor: position, head: position })
}
