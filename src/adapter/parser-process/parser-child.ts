import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { UnreadableFileError } from '../../error.ts'
import type { ParserLimits } from './limits.ts'
import { type Reply, replySchema, type Task } from './reply.ts'

const ENTRY = fileURLToPath(new URL('./child-entry.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const WATCH_INTERVAL = 50
const PAGE_BYTES = 4096
/** Else the OCR runtime reports its use to its maker, and keeps a log and a database of that in folders of the user. */
const ENVIRONMENT = { ORT_DISABLE_TELEMETRY: '1' }

type Answer = Exclude<Reply, { kind: 'pages' }>

/**
 * Has one file read by a process of its own, which is gone when this returns.
 * @throws UnreadableFileError when the process crashes, takes too long or too much memory
 */
export async function runChild(
  task: Task,
  bytes: Uint8Array,
  limits: ParserLimits,
  entry = ENTRY,
): Promise<Answer> {
  const child = startChild(task, limits, entry)
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => resolve()).once('error', () => resolve()),
  )
  try {
    return await answerOf(child, task, bytes, limits)
  } finally {
    child.kill('SIGKILL')
    await gone
  }
}

/**
 * The child sees nothing of our environment. A reader of text may besides read the program and nothing else, write
 * nothing and start nothing; the OCR library needs what that forbids (`process.binding`, native modules).
 */
function startChild({ ocr }: Task, { heapMegabytes }: ParserLimits, entry: string): ChildProcess {
  const readable = [entry, ...['src', 'node_modules', 'package.json'].map((name) => ROOT + name)].map(
    (path) => `--allow-fs-read=${path}`,
  )
  const execArgv = [
    `--max-old-space-size=${heapMegabytes}`,
    ...(ocr ? [] : ['--permission', '--allow-worker', ...readable]),
  ]
  return fork(entry, [], {
    execArgv,
    env: ENVIRONMENT,
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
}

function answerOf(child: ChildProcess, task: Task, bytes: Uint8Array, limits: ParserLimits): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const fail = (reason: string, fault: string, cause?: unknown) =>
    reject(new UnreadableFileError(`${reason}：${task.file}`, { cause, details: { file: task.file, fault } }))
  const late = (seconds: number) =>
    setTimeout(() => fail(`读取超过 ${seconds} 秒，已中止`, 'timeout'), seconds * 1000)
  let deadline = late(limits.seconds)
  const watch = watchMemory(child, limits, () => fail('读取时占用内存过多，已中止', 'memory'))
  child.once('error', (cause) => fail('解析程序无法启动', 'crash', cause))
  child.once('close', () => fail('文件使解析程序出错，已中止', 'crash'))
  child.on('message', (message) => {
    const reply = replySchema.safeParse(message)
    if (!reply.success) return fail('解析程序的回答无法读取', 'crash', reply.error)
    if (reply.data.kind !== 'pages') return resolve(reply.data)
    clearTimeout(deadline)
    deadline = late(limits.seconds + limits.secondsPerPage * reply.data.count)
  })
  // A child that dies while its input is being written shows in its end, not in the pipe's.
  child.stdin?.on('error', () => undefined)
  child.send(task, () => child.stdin?.end(bytes))
  return promise.finally(() => {
    clearTimeout(deadline)
    clearInterval(watch)
  })
}

/** The heap limit leaves out what lies in buffers; Linux tells the whole. */
function watchMemory({ pid }: ChildProcess, limits: ParserLimits, exceeded: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const statistics = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
    const resident = Number(statistics.split(' ')[1] ?? 0) * PAGE_BYTES
    if (resident > limits.residentMegabytes * 1024 * 1024) exceeded()
  }, WATCH_INTERVAL)
}
