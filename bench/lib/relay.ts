import pg from 'pg'
import { WebSocket, WebSocketServer } from 'ws'

/**
 * The baselines: a relay that parses nothing and sends each message to the others of its room; and the same, which shows an update only after
 * a batched COMMIT in PostgreSQL. The least that any server must do.
 */
export async function startRelay(databaseUrl: string | undefined): Promise<{ origin: string }> {
  const rooms = new Map<string, Set<WebSocket>>()
  const append = databaseUrl ? await openLog(databaseUrl) : undefined
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false, maxPayload: 1_048_576 })
  server.on('connection', (socket, request) => {
    const name = request.url?.split('?')[0] ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room.add(socket))
    socket.on('close', () => room.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: Buffer) => {
      const send = () => {
        for (const other of room) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data)
      }
      if (append && data[0] === 0) append(name, data, send)
      else send()
    })
  })
  await new Promise((resolve) => server.on('listening', resolve))
  const address = server.address()
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}

interface Waiting {
  room: string
  data: Buffer
  send: () => void
}

/** One prepared INSERT for all that arrived while the one before was committing. */
async function openLog(databaseUrl: string): Promise<(room: string, data: Buffer, send: () => void) => void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    'create table relay_log (seq bigint generated always as identity primary key, room text not null, bytes bytea not null)',
  )
  let queue: Waiting[] = []
  let isBusy = false
  const flush = async (): Promise<void> => {
    if (isBusy || queue.length === 0) return
    isBusy = true
    const batch = queue
    queue = []
    const text = 'insert into relay_log (room, bytes) select * from unnest($1::text[], $2::bytea[])'
    await client.query({ name: 'append', text, values: [batch.map(({ room }) => room), batch.map(({ data }) => data)] })
    for (const { send } of batch) send()
    isBusy = false
    void flush()
  }
  return (room, data, send) => {
    queue.push({ room, data, send })
    setImmediate(() => void flush())
  }
}
