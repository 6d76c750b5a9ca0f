import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from './files.ts'

/**
 * Files under a directory. Keys are our own random hexadecimal text: no name that a person chose becomes a path.
 * @param root directory, made when needed
 */
export function diskFiles(root: string): Files {
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{32,64}$/.test(key)) throw new Error('not a file key')
    return join(root, key.slice(0, 2), key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${randomBytes(4).toString('hex')}`
      const file = await open(partial, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(partial, path)
    },
    async get(key) {
      return readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}
