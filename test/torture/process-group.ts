import { readdirSync, readFileSync } from 'node:fs'

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

/** The name of the program stands in brackets and may hold spaces. */
function groupOf(pid: string): number {
  const [state, , group] = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return state === 'Z' ? 0 : Number(group)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (fault) {
    // A process may end between being listed and being read.
    if (fault instanceof Error) return ''
    throw fault
  }
}
