/** Bytes that do not mean what they should. The only error that reading a frame or an update may throw. */
export class Malformed extends Error {
  override name = 'Malformed'
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A bounded reader of lib0's encoding: it never looks past the end of its bytes, nor into the buffer behind them. */
export class Reader {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  /** One byte. */
  byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new Malformed('the bytes end too early')
    this.at += 1
    return byte
  }

  /** A lib0 varUint, at most 2^53 - 1. */
  uint(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * unit
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('a number is too large')
      if (byte < 128) return value
      unit *= 128
      if (unit > 2 ** 49) throw new Malformed('a number is too long')
    }
  }

  /** Steps over a lib0 varInt. */
  skipInt(): void {
    let byte = this.byte()
    for (let length = 1; byte >= 128; length += 1) {
      if (length > 8) throw new Malformed('a number is too long')
      byte = this.byte()
    }
  }

  /** Steps over `length` bytes. */
  skip(length: number): void {
    if (length > this.left) throw new Malformed('the bytes end too early')
    this.at += length
  }

  /** A view on length-prefixed bytes. */
  block(): Uint8Array {
    const length = this.uint()
    const start = this.at
    this.skip(length)
    return this.bytes.subarray(start, start + length)
  }

  /** Length-prefixed UTF-8; what is not UTF-8 is refused, since Yjs would throw on it in every browser. */
  text(): string {
    return decodeUtf8(this.block())
  }

  /** Steps over length-prefixed UTF-8. @returns its length in UTF-16 units, which is how Yjs counts. */
  skipText(): number {
    const length = this.uint()
    const start = this.at
    this.skip(length)
    for (let at = start; at < this.at; at += 1) {
      if ((this.bytes[at] ?? 0) > 127) return decodeUtf8(this.bytes.subarray(start, this.at)).length
    }
    return length
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    throw new Malformed('a text is not UTF-8')
  }
}
