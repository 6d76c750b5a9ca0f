/** How far a long piece of work is. */
export interface Progress {
  step(): void
  /** Says something without breaking the bar. */
  say(line: string): void
  end(): void
}

interface Output {
  isTTY?: boolean
  write(text: string): unknown
}

const WIDTH = 30
const LINES = 10

/**
 * A bar on a terminal; elsewhere (a log, a pipe) a line for every tenth.
 * @param label what is done, « Import »
 * @param total number of steps
 */
export function startProgress(label: string, total: number, output: Output = process.stderr): Progress {
  let done = 0
  let tenths = 0
  const bar = (): void => {
    const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH)
    output.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`)
  }
  return {
    step() {
      done += 1
      if (output.isTTY) return bar()
      const now = Math.floor((done * LINES) / total)
      if (now > tenths) output.write(`${label} ${now * LINES} % (${done}/${total})\n`)
      tenths = now
    },
    say(line) {
      output.write(output.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`)
      if (output.isTTY) bar()
    },
    end() {
      if (output.isTTY) output.write('\n')
    },
  }
}
