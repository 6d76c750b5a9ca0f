import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { siteRole } from '@cenacle/contract/person'
import { email, password, personName } from '@cenacle/contract/text'
import type { World } from '../context.ts'
import { inTx } from '../database/transaction.ts'
import { createAccount } from '../features/accounts/commands.ts'
import { hashPassword, refuseWeak } from '../features/accounts/passwords.ts'
import { foundCommittee } from '../features/spaces/commands.ts'
import { Problem } from '../problem.ts'

export const userCreateUsage = `cenacle user:create --email <email> --name <name> [--role <role>] [--administrator]

Makes an account and prints its id. The password comes by the standard input, typed or piped: never as an argument,
which others on the machine could see.
  --role    member (the default), ambassador, guest or administrator (who has no seat)`

const account = z.strictObject({
  email: email(),
  name: personName(),
  role: siteRole.exclude(['candidate']).default('member'),
  administrator: z.boolean().default(false),
})

/** What an account is made of. */
export interface WantedAccount extends z.output<typeof account> {
  password: string
}

/**
 * Reads what `cenacle user:create` is to make, before anything is opened.
 * @throws Error with one line that says what is wrong with the arguments or the password
 */
export async function readAccount(args: string[], input: NodeJS.ReadStream = process.stdin): Promise<WantedAccount> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      administrator: { type: 'boolean' },
    },
  })
  if (values.email === undefined || values.name === undefined) throw new Error(userCreateUsage)
  const wanted = parsed(account, values)
  const secret = parsed(password(), await readPassword(input))
  try {
    refuseWeak(secret, [wanted.name, wanted.email], '/password')
  } catch (error) {
    throw new Error('this password is among those that are guessed first', { cause: error })
  }
  return { ...wanted, password: secret }
}

/**
 * `cenacle user:create`.
 * @returns what to print
 * @throws Error when the address has an account
 */
export async function userCreate({ password: secret, ...wanted }: WantedAccount, world: World): Promise<string> {
  const passwordHash = await hashPassword(secret)
  try {
    return await inTx(world, async (ctx) => {
      const administrator = wanted.administrator || wanted.role === 'administrator'
      const person = await createAccount(ctx, { ...wanted, administrator, passwordHash })
      // The first account of an installation may come this way, and needs a committee to be in.
      await foundCommittee({ ...ctx, viewer: { kind: 'anonymous' } }, person.id, undefined)
      return person.id
    })
  } catch (error) {
    if (error instanceof Problem && error.code === 'already-member')
      throw new Error(`${wanted.email} has an account already`, { cause: error })
    throw error
  }
}

function parsed<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Error(result.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '))
}

async function readPassword(input: NodeJS.ReadStream): Promise<string> {
  if (input.isTTY) process.stderr.write('Password (it is shown): ')
  const lines = createInterface({ input })
  for await (const line of lines) return line
  return ''
}
