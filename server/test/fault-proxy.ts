import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What happens to the bytes of new and open connections. */
export interface Faults {
  /** Each piece is this late, ms. */
  delayMs: number
  /** Nothing passes, in either direction, and nobody is told: a phone that sleeps, a router that forgets. */
  stalled: boolean
  /** A request to change to a WebSocket is answered with this status, as some networks do. */
  refuseUpgrade: number | undefined
  /** Nobody is let in. */
  down: boolean
  /** The chance, per piece of bytes, that its connection is cut there. */
  cutChance: number
}

/** A TCP proxy that misbehaves on demand. */
export interface FaultProxy {
  origin: string
  port: number
  faults: Faults
  /** Cuts all connections now, without a word. @returns how many */
  cut(): number
  readonly connections: number
  close(): Promise<void>
}

const none = (): Faults => ({ delayMs: 0, stalled: false, refuseUpgrade: undefined, down: false, cutChance: 0 })

/**
 * Starts one before a server on this machine.
 * @param port of the server behind; a function when it moves
 * @param random from 0 to 1, for `cutChance`
 */
export async function faultProxy(
  port: number | (() => number),
  random: () => number = Math.random,
): Promise<FaultProxy> {
  const faults = none()
  const pairs = new Set<Pair>()
  const server = createServer((client) => {
    if (faults.down) return client.destroy()
    const pair = new Pair(client, connect(typeof port === 'number' ? port : port(), '127.0.0.1'), faults, random)
    pairs.add(pair)
    client.once('close', () => pairs.delete(pair))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    port: portOf(server),
    faults,
    cut() {
      const { size } = pairs
      for (const pair of pairs) pair.cut()
      return size
    },
    get connections() {
      return pairs.size
    },
    async close() {
      for (const pair of pairs) pair.cut()
      server.close()
      await once(server, 'close')
    },
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Both ends of one connection. */
class Pair {
  readonly #client: Socket
  readonly #server: Socket
  readonly #faults: Faults
  readonly #random: () => number

  constructor(client: Socket, server: Socket, faults: Faults, random: () => number) {
    this.#client = client
    this.#server = server
    this.#faults = faults
    this.#random = random
    this.#carry(client, server, true)
    this.#carry(server, client, false)
    for (const socket of [client, server]) {
      socket.on('error', () => this.cut())
      socket.on('close', () => this.cut())
    }
  }

  cut(): void {
    this.#client.destroy()
    this.#server.destroy()
  }

  #carry(from: Socket, to: Socket, isRequest: boolean): void {
    let sent = Promise.resolve()
    from.on('data', (bytes: Buffer) => {
      const { refuseUpgrade, cutChance } = this.#faults
      if (isRequest && refuseUpgrade !== undefined && /\r\nupgrade: *websocket/i.test(bytes.toString('latin1')))
        return void this.#client.end(
          `HTTP/1.1 ${refuseUpgrade} Refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
        )
      if (cutChance > 0 && this.#random() < cutChance) return this.cut()
      // One after the other, however long each waits.
      sent = sent.then(() => this.#pass(bytes, to))
    })
    from.on('end', () => void sent.then(() => to.end()))
  }

  async #pass(bytes: Buffer, to: Socket): Promise<void> {
    if (this.#faults.delayMs > 0) await pause(this.#faults.delayMs)
    while (this.#faults.stalled && !to.destroyed) await pause(20)
    if (!to.destroyed) to.write(bytes)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref())
