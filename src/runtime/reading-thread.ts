import { parentPort, workerData } from 'node:worker_threads'
import type { Jurisdiction } from '../corpus/index.ts'
import { AppError } from '../error.ts'
import { createPlanReader, type DecodedText, textReader } from '../ingest/index.ts'
import { createGazetteer } from '../text/index.ts'
import type { ReadingReply, ReadingTask } from './reading-threads.ts'

// Both ends of the port are this program, so its words are not checked again.
const gazetteer = createGazetteer(workerData as readonly Jurisdiction[])

parentPort?.on('message', async ({ file, bytes, decoded }: ReadingTask) => {
  parentPort?.postMessage(await replyTo(file, bytes, decoded))
})

async function replyTo(
  file: string,
  bytes: Uint8Array,
  decoded: DecodedText | undefined,
): Promise<ReadingReply> {
  const reader = decoded === undefined ? textReader : { accepts: () => true, read: async () => decoded }
  try {
    return { kind: 'read', plan: await createPlanReader({ readers: [reader], gazetteer })(file, bytes) }
  } catch (fault) {
    // A class does not survive the way between threads.
    if (fault instanceof AppError) return { kind: 'refused', code: fault.code, reason: fault.message }
    return { kind: 'broken', stack: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
