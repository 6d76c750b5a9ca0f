import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second of /proc on Linux. */
const TICKS = 100

interface Process {
  pid: number
  parent: number
  /** CPU milliseconds of the process, and of its children that have ended. */
  cpuMs: number
  endedMs: number
}

function readProcess(pid: number): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ms = (index: number) => (Number(fields[index]) * 1000) / TICKS
    return { pid, parent: Number(fields[1]), cpuMs: ms(11) + ms(12), endedMs: ms(13) + ms(14) }
  } catch {
    return undefined
  }
}

/** CPU milliseconds that a process has used. */
export const cpuOf = (pid: number): number => readProcess(pid)?.cpuMs ?? 0

/** Resident kilobytes of a process. */
export const residentKb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

/** CPU milliseconds of a whole PostgreSQL server on this machine. @param backend pid of any of its connections */
export function cpuOfPostgres(backend: number): number {
  const postmaster = readProcess(backend)?.parent
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []))
  const own = all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
  return own.reduce((sum, { pid, cpuMs, endedMs }) => sum + cpuMs + (pid === postmaster ? endedMs : 0), 0)
}
