import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Ends what never starts: two at once, beside everything else that is tested, have each taken more than a minute and a half. */
const READY_MS = 240_000

export interface Server {
  /** Where it answers. */
  url: string
  /** What it printed until it was ready. */
  said: string
  stop(): Promise<void>
}

const environment = (dataDir: string) => ({
  ...process.env,
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  BASE_URL: '',
  SMTP_URL: '',
  LOG_LEVEL: 'error',
})

/** Starts the product with the embedded database of a directory. @param args such as `--empty` */
export async function startServer(dataDir: string, args: string[] = []): Promise<Server> {
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts'), ...args], {
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await whatItSays(server)
  const url = /Cénacle : (http:\/\/\S+)/.exec(said)?.[1] ?? ''
  return {
    url,
    said,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

/** Waits for the one line with the URL. @returns all that was printed until then */
function whatItSays(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      // Nobody else would end it.
      server.kill('SIGKILL')
      reject(new Error(`the server did not become ready: ${said}`))
    }, READY_MS)
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!/Cénacle : \S+.*\n/.test(said)) return
      clearTimeout(timer)
      // An error of the server belongs to what a journey reports.
      server.stdout?.pipe(process.stderr)
      resolve(said)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

/** Runs `cenacle …` on the database of a directory, while no server has it. @returns what it printed */
export async function cenacle(dataDir: string, args: string[]): Promise<string> {
  const command = [join(root, 'server/bin/cenacle.mjs'), ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: environment(dataDir) })
  return stdout
}
