import { ConfigError } from '../config.ts'
import { DirectoryLocked } from '../database/directory-lock.ts'
import { demo, demoUsage } from './demo.ts'
import { exportCommand, exportUsage } from './export.ts'
import { importCommand, importUsage } from './import.ts'
import { withDeps } from './open.ts'
import { tally, tallyUsage } from './tally.ts'
import { readAccount, userCreate, userCreateUsage } from './user-create.ts'
import { verifyLog, verifyLogUsage } from './verify-log.ts'

interface Outcome {
  text: string
  ok: boolean
}

interface Command {
  usage: string
  run(args: string[]): Promise<Outcome>
}

const fine = (text: string): Outcome => ({ text, ok: true })

/** The commands of `cenacle <command>`; a new one is a file and a line here. */
const commands: Record<string, Command> = {
  'user:create': {
    usage: userCreateUsage,
    run: async (args) => {
      const account = await readAccount(args)
      return withDeps(async ({ world }) => fine(await userCreate(account, world)))
    },
  },
  migrate: {
    usage: 'cenacle migrate\n\nBrings the database to the newest version, as every start of the server does.',
    run: () => withDeps(async () => fine('The database is up to date.')),
  },
  demo: { usage: demoUsage, run: () => withDeps(async ({ world }) => fine(await demo(world))) },
  import: { usage: importUsage, run: (args) => withDeps(({ world }) => importCommand(args, world)) },
  export: { usage: exportUsage, run: (args) => withDeps((deps) => exportCommand(args, deps)) },
  tally: { usage: tallyUsage, run: tally },
  'verify-log': { usage: verifyLogUsage, run: verifyLogCommand },
}

/** A log on file is verified without a database: `verifyLog` asks for one only when it needs it. */
function verifyLogCommand(args: string[]): Promise<Outcome> {
  const needsDatabase = args.every((arg, i) => arg.startsWith('--') || args[i - 1] === '--head')
  if (!needsDatabase) return verifyLog(args, () => Promise.reject(new Error('no database is open')))
  return withDeps(({ world }) => verifyLog(args, async () => world.db))
}

const usage = (): string =>
  `Usage:\n\n${Object.values(commands)
    .map((command) => command.usage.split('\n')[0])
    .map((line) => `  ${line}`)
    .join(
      '\n',
    )}\n\n« cenacle <command> --help » says more. The database is that of DATABASE_URL, else the one in DATA_DIR.`

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || args.includes('--help')) {
    const asked = command !== undefined || ['', 'help', '--help'].includes(name)
    const text = command ? command.usage : usage()
    if (asked) console.log(text)
    else console.error(`cenacle: no command « ${name} »\n\n${text}`)
    return asked ? 0 : 2
  }
  const { text, ok } = await command.run(args)
  console.log(text)
  return ok ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // A fault of ours keeps its stack; one of the caller is a line.
  const isOurs = error instanceof TypeError && !('code' in error)
  const known = error instanceof ConfigError || error instanceof DirectoryLocked
  console.error(known || !isOurs ? `cenacle: ${error instanceof Error ? error.message : String(error)}` : error)
  process.exitCode = 1
}
