import { constants } from 'node:os'

/** @typedef {(signal: NodeJS.Signals) => unknown} Cleanup called at each signal; may be asynchronous */

/** @type {Set<Cleanup>} */
const cleanups = new Set()
let listens = false
let ends = false

/**
 * Has `cleanup` run when this process is told to end, before it does.
 * @param {Cleanup} cleanup
 * @returns {() => void} forgets it
 */
export function onEnd(cleanup) {
  listen()
  cleanups.add(cleanup)
  return () => cleanups.delete(cleanup)
}

function listen() {
  if (listens) return
  listens = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => void end(signal))
}

/** @param {NodeJS.Signals} signal */
async function end(signal) {
  const all = Promise.allSettled([...cleanups].map(async (cleanup) => cleanup(signal)))
  if (ends) return
  ends = true
  await all
  process.exit(process.exitCode ?? 128 + constants.signals[signal])
}
