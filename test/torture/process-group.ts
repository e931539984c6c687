import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const PAGE_BYTES = 4096

/** Processes of a group, orphans among them; Linux only. */
export function groupMembers(group: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => groupOf(pid) === group)
    .map(Number)
}

export function residentMegabytes(pid: number): number {
  return (Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES) / 1024 / 1024
}

/** Paths that a process has open for writing; devices and memory have none. */
export function writtenFiles(pid: number): readonly string[] {
  return attempt(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) => {
    const path = attempt(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '')
    if (!path.startsWith('/') || /^\/(?:dev\/|memfd:)/u.test(path)) return []
    const flags = /^flags:\s*(?<octal>\d+)/mu.exec(read(`/proc/${pid}/fdinfo/${fd}`))?.groups?.octal ?? '0'
    return (Number.parseInt(flags, 8) & 3) === 0 ? [] : [path]
  })
}

/** The name of the program stands in brackets and may hold spaces. */
function groupOf(pid: string): number {
  const [state, , group] = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return state === 'Z' ? 0 : Number(group)
}

function read(path: string): string {
  return attempt(() => readFileSync(path, 'utf8'), '')
}

/** A process may end between being listed and being looked at. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch (fault) {
    if (fault instanceof Error) return otherwise
    throw fault
  }
}
