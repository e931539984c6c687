import { Worker } from 'node:worker_threads'

/** A file may keep the main thread busy for ever; only another thread then sees that the parent is gone. */
const SOURCE = `
const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 500)
`

/** Ends this process soon after its parent has ended, whatever the main thread is doing. */
export function startWatchdog(): void {
  new Worker(SOURCE, { eval: true, stdin: false }).unref()
}
