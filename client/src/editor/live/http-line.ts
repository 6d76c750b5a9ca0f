type Handler<Event> = ((event: Event) => void) | null

interface Answer {
  fresh: boolean
  messages: string[]
  closed: { code: number; reason: string } | null
}

const BATCH = 100
const BATCH_CHARACTERS = 800_000

/** Version 4, also where crypto.randomUUID is missing: a page served over plain HTTP on a local network. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer

/**
 * What y-websocket uses of a WebSocket, over plain requests, for networks that refuse WebSockets: POST brings frames, a GET
 * waits for those of the others. No request is tried twice: the server would count a frame twice, and « saved » would come
 * too early. After a failure the line closes and the provider opens a new one, where Yjs says what each side lacks.
 */
export class HttpLine {
  readonly OPEN = 1
  readyState = 0
  binaryType = 'arraybuffer'
  onopen: Handler<object> = null
  onmessage: Handler<{ data: ArrayBuffer }> = null
  onerror: Handler<object> = null
  onclose: Handler<{ code: number; reason: string }> = null
  readonly #url: string
  readonly #onSend: (frame: Uint8Array) => void
  readonly #abort = new AbortController()
  #outbox: string[] = []
  #posting = false

  /** @param url of the page's sync, without its query @param schema what of a page this code knows to handle @param onSend hears each frame that goes out */
  constructor(url: string, schema: string, onSend: (frame: Uint8Array) => void) {
    this.#url = `${url}?connection=${randomUuid()}&schema=${schema}`
    this.#onSend = onSend
    void this.#open()
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    this.#onSend(frame)
    this.#outbox.push(toBase64(frame))
    if (!this.#posting) void this.#post()
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#abort.abort()
    this.onclose?.({ code, reason })
  }

  async #open(): Promise<void> {
    const answer = await this.#ask([])
    if (!answer || this.readyState !== 0) return
    this.readyState = this.OPEN
    this.onopen?.({})
    this.#take({ ...answer, fresh: false })
    while (this.readyState === this.OPEN) {
      const news = await this.#ask(undefined)
      if (news) this.#take(news)
    }
  }

  async #post(): Promise<void> {
    this.#posting = true
    // Frames of one keystroke travel together.
    await Promise.resolve()
    while (this.#outbox.length > 0 && this.readyState === this.OPEN) {
      const answer = await this.#ask(this.#nextBatch())
      if (answer) this.#take(answer)
    }
    this.#posting = false
  }

  #nextBatch(): string[] {
    let count = 0
    let size = 0
    for (const message of this.#outbox) {
      size += message.length
      if (count === BATCH || (count > 0 && size > BATCH_CHARACTERS)) break
      count += 1
    }
    return this.#outbox.splice(0, count)
  }

  #take({ fresh, messages, closed }: Answer): void {
    if (this.readyState !== this.OPEN) return
    for (const message of messages) this.onmessage?.({ data: fromBase64(message) })
    if (closed) this.close(closed.code, closed.reason)
    else if (fresh) this.close(1006)
  }

  /** @param messages undefined: waits for those of the others @returns undefined once the line is closed */
  async #ask(messages: string[] | undefined): Promise<Answer | undefined> {
    try {
      const response = await fetch(this.#url, {
        method: messages ? 'POST' : 'GET',
        credentials: 'same-origin',
        headers: { accept: 'application/json', ...(messages && { 'content-type': 'application/json' }) },
        ...(messages && { body: JSON.stringify({ messages }) }),
        signal: this.#abort.signal,
      })
      if (response.ok) return (await response.json()) as Answer
    } catch {
      // No answer, or not from our server: the line is broken, and the provider opens another.
    }
    this.close(1006)
    return undefined
  }
}
