import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Served {
  origin: string
  pages: string[]
  process: ChildProcess
  pid: number
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts bench/lib/serve.ts and waits until it listens. */
export async function serve(
  kind: 'ours' | 'bare' | 'durable',
  pages: number,
  env: Record<string, string>,
  args: string[] = [],
): Promise<Served> {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    [
      ...(process.env['PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
      '--expose-gc',
      '--max-semi-space-size=16',
      script,
      kind,
      String(pages),
      ...args,
    ],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [string]
  const { origin, pages: ids } = JSON.parse(line) as { origin: string; pages: string[] }
  return {
    origin,
    pages: ids,
    process: child,
    pid: child.pid ?? 0,
    async stop(signal = process.env['PROF'] ? 'SIGTERM' : 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}
