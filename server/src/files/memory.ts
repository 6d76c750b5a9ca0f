import type { Files } from './files.ts'

/** Files in memory, for tests. */
export function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>()
  return {
    async put(key, bytes) {
      files.set(key, bytes)
    },
    get: async (key) => files.get(key),
    async remove(key) {
      files.delete(key)
    },
  }
}
