import { ZipFile } from 'yazl'

/** Contents by name. */
export type Files = Record<string, string | Uint8Array>
/** A form with files, as a browser sends it. */
export interface Form {
  type: string
  bytes: Buffer
}
/** Files as one form, after its fields. */
export async function formOf(files: Files, fields: Record<string, string> = {}): Promise<Form> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, content] of Object.entries(files))
    form.append('file', new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return { type: request.headers.get('content-type') ?? '', bytes: Buffer.from(await request.arrayBuffer()) }
}
/** A zip as honest tools write it. */
export async function zip(files: Files, options: { mode?: number; compress?: boolean } = {}): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [path, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), path, options)
  archive.end()
  const chunks: Buffer[] = []
  for await (const chunk of archive.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A zip whose directory says what it likes: names, sizes, flags. */
export function forged(
  entries: {
    name: string | Buffer
    data?: Buffer
    declared?: number
    flags?: number
    attributes?: number
    method?: number
  }[],
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {
    name,
    data = Buffer.from('x'),
    declared = data.length,
    flags = 0,
    attributes = 0,
    method = 0,
  } of entries) {
    const bytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(declared, 22)
    local.writeUInt16LE(bytes.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(0x0314, 4)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(flags, 8)
    head.writeUInt16LE(method, 10)
    head.writeUInt32LE(data.length, 20)
    head.writeUInt32LE(declared, 24)
    head.writeUInt16LE(bytes.length, 28)
    head.writeUInt32LE(attributes, 38)
    head.writeUInt32LE(offset, 42)
    parts.push(local, bytes, data)
    directory.push(head, bytes)
    offset += 30 + bytes.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xfffe), 8)
  end.writeUInt16LE(Math.min(entries.length, 0xfffe), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
