import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const heldSchema = z.object({ pid: z.int(), id: z.string() })

/** One run at a time for everybody who uses the data folder; a lock whose process is gone holds nothing. */
export function createRunLock(file: string) {
  const held = () => {
    try {
      const lock = heldSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      return isAlive(lock.pid) ? lock : undefined
    } catch {
      // No lock, or one that was never finished.
      return undefined
    }
  }
  return {
    /** The run that is under way. */
    runningId: (): string | undefined => held()?.id,
    /** False when another run holds it. */
    take: (id: string): boolean => {
      if (held() !== undefined) return false
      mkdirSync(dirname(file), { recursive: true })
      rmSync(file, { force: true })
      try {
        writeFileSync(file, JSON.stringify({ pid: process.pid, id }), { flag: 'wx' })
        return true
      } catch {
        // Somebody was faster.
        return false
      }
    },
    release: (): void => rmSync(file, { force: true }),
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
