import { createRequire } from 'node:module'

/** Whether the compiler of PDFs, an optional dependency, came with the installation. */
export function hasTypst(): boolean {
  try {
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler')
    return true
  } catch {
    return false
  }
}
