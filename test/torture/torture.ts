import { setTimeout as sleep } from 'node:timers/promises'
import { BOMBS } from '../fixture/hostile/bomb.ts'
import { fuzzedFile } from '../fixture/hostile/fuzzed-file.ts'
import { referencesTo } from '../fixture/hostile/reference.ts'
import { type HostileFile, soundFiles } from '../fixture/hostile/sound-file.ts'
import { openCanary } from './canary.ts'
import { type ServerUnderTest, startServer } from './server-under-test.ts'
import { type Outcome, uploadOne } from './upload.ts'

export interface Course {
  readonly seed: number
  readonly fuzzed: number
  /** Only bombs and references that a machine is done with at once. */
  readonly isShort: boolean
}

/** One file and what became of it. */
export interface Ordeal extends Outcome {
  readonly name: string
  readonly group: string
  /** Resident memory of the server right after it. */
  readonly serverMegabytes: number
}

/** What was seen of the server over the whole course. */
export interface Sighting {
  readonly ordeals: readonly Ordeal[]
  readonly hasDied: boolean
  readonly isHealthy: boolean
  readonly longestSilenceSeconds: number
  readonly canaryTouched: number
  readonly childrenLeft: number
  readonly strayFiles: readonly string[]
  readonly peakServerMegabytes: number
  readonly peakChildMegabytes: number
  readonly said: string
}

/** Whatever is not done by then counts as never done. */
export const DEADLINE_SECONDS = 120
const HEALTH_INTERVAL_MS = 100
/** The last child may still be on its way out. */
const SETTLING_MS = 300

/** Uploads hostile files to a real server, one after another, and watches it from outside. */
export async function torture(
  course: Course,
  onOrdeal: (ordeal: Ordeal) => void = () => undefined,
): Promise<Sighting> {
  const canary = await openCanary()
  const server = await startServer()
  const pulse = takePulse(server.url)
  const ordeals: Ordeal[] = []
  try {
    for (const { name, group, file, bytes } of hostileFiles(course, canary.url)) {
      const outcome = await uploadOne(server.url, file, bytes, DEADLINE_SECONDS).catch(noAnswer)
      const ordeal = { name, group, ...outcome, serverMegabytes: server.residentMegabytes() }
      ordeals.push(ordeal)
      onOrdeal(ordeal)
      if (server.hasEnded()) break
    }
    await sleep(SETTLING_MS)
    return {
      ordeals,
      canaryTouched: canary.touched(),
      longestSilenceSeconds: await pulse.stop(),
      ...(await stateOf(server)),
    }
  } finally {
    await pulse.stop()
    await server.stop()
    await canary.close()
  }
}

async function stateOf(server: ServerUnderTest) {
  const { serverMegabytes, childMegabytes } = server.peaks()
  return {
    hasDied: server.hasEnded(),
    isHealthy: await isAlive(server.url),
    childrenLeft: server.children().length,
    strayFiles: server.strayFiles(),
    peakServerMegabytes: serverMegabytes,
    peakChildMegabytes: childMegabytes,
    said: server.said(),
  }
}

function noAnswer(fault: unknown): Outcome {
  return { seconds: 0, results: ['no answer'], texts: [], reasons: [String(fault)] }
}

async function isAlive(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  )
}

/** Asks again and again whether the server is there, and keeps the longest wait. */
function takePulse(url: string): { stop(): Promise<number> } {
  let longest = 0
  let isOver = false
  const beating = (async () => {
    while (!isOver) {
      const askedAt = performance.now()
      await isAlive(url)
      longest = Math.max(longest, (performance.now() - askedAt) / 1000)
      await sleep(HEALTH_INTERVAL_MS)
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await beating
      return longest
    },
  }
}

interface Named extends HostileFile {
  readonly name: string
  readonly group: string
}

function* hostileFiles({ seed, fuzzed, isShort }: Course, canary: string): Iterable<Named> {
  const sound = soundFiles()
  // What recognises pictures is only loaded for a picture that is whole.
  yield { name: 'scan', group: 'sound', ...sound.png }
  for (let round = 0; round < fuzzed; round++) {
    const { kind, file, bytes } = fuzzedFile(sound, seed, round)
    yield { name: `round ${round}`, group: `fuzzed ${kind}`, file, bytes }
  }
  for (const { name, file, bytes, isSlow } of BOMBS) {
    if (!(isShort && isSlow)) yield { name, group: 'bomb', file, bytes: bytes() }
  }
  for (const url of isShort
    ? [canary]
    : [canary, 'file:///etc/passwd', '/etc/passwd', canary.replace('http:', '')]) {
    for (const reference of referencesTo(url))
      yield { ...reference, name: `${reference.name} to ${url}`, group: 'reference' }
  }
}
