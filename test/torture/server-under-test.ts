import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupMembers, residentMegabytes, writtenFiles } from './process-group.ts'

const CLI = join(import.meta.dirname, '../../src/runtime/cli.ts')
const SAMPLING_MS = 50
const SLOWEST_START_MS = 60_000

/** A server in a process group and folders of its own, watched from outside. */
export interface ServerUnderTest {
  readonly url: string
  readonly pid: number
  /** What it has written to standard error so far. */
  said(): string
  hasEnded(): boolean
  residentMegabytes(): number
  /** The largest seen so far. */
  peaks(): Peaks
  /** Processes it has started that still run. */
  children(): readonly number[]
  /** Files in its folders that are neither the database nor an index, and those written anywhere else. */
  strayFiles(): readonly string[]
  stop(): Promise<void>
}

export interface Peaks {
  readonly serverMegabytes: number
  readonly childMegabytes: number
}

const EXPECTED = /^(?:data|temp|work|data\/index(?:\/[^/]+)?|data\/yaodian\.db(?:-wal|-shm)?)$/u

export async function startServer(): Promise<ServerUnderTest> {
  const root = mkdtempSync(join(tmpdir(), 'yaodian-torture-'))
  for (const name of ['data', 'temp', 'work']) mkdirSync(join(root, name))
  const server = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--data', join(root, 'data')], {
    cwd: join(root, 'work'),
    env: { PATH: process.env.PATH, TMPDIR: join(root, 'temp') },
    // A group of its own, so that orphans can be told from strangers.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { pid = 0 } = server
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const peaks = { serverMegabytes: 0, childMegabytes: 0 }
  const elsewhere = new Set<string>()
  const sampling = setInterval(() => {
    for (const member of groupMembers(pid)) {
      const name = member === pid ? 'serverMegabytes' : 'childMegabytes'
      peaks[name] = Math.max(peaks[name], residentMegabytes(member))
      for (const path of writtenFiles(member)) if (!path.startsWith(root)) elsewhere.add(path)
    }
  }, SAMPLING_MS)
  return {
    url: await readyUrl(server, () => said),
    pid,
    said: () => said,
    hasEnded: () => server.exitCode !== null || server.signalCode !== null,
    residentMegabytes: () => residentMegabytes(pid),
    peaks: () => ({ ...peaks }),
    children: () => groupMembers(pid).filter((member) => member !== pid),
    strayFiles: () => [
      ...readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => !EXPECTED.test(path)),
      ...elsewhere,
    ],
    stop: async () => {
      clearInterval(sampling)
      server.kill('SIGTERM')
      if (server.exitCode === null && server.signalCode === null)
        await new Promise((resolve) => server.once('close', resolve))
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function readyUrl(server: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`did not start: ${said()}`)), SLOWEST_START_MS)
    server.once('close', (code) => reject(new Error(`ended with ${code}: ${said()}`)))
    server.stderr?.on('data', () => {
      const url = /http:\/\/\S+:\d+/u.exec(said())?.[0]
      if (url === undefined || !said().includes('已就绪')) return
      clearTimeout(late)
      resolve(url)
    })
  })
}
