import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Product {
  process: ChildProcess
  origin: string
}

/** The product itself, in a process of its own, on a database and a folder of data. */
export async function startProduct(url: string, folder: string): Promise<Product> {
  const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = (): void => void child.kill('SIGKILL')
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('Cénacle')) break
  if (child.exitCode !== null) throw new Error('the server did not start')
  return { process: child, origin: `http://127.0.0.1:${port}` }
}
