import { AppError } from '../../error.ts'
import type { DecodedText } from '../../ingest/document-reader.ts'
import { LONGEST_TEXT } from './limits.ts'
import { readerFor } from './readers.ts'
import { type Reply, taskSchema } from './reply.ts'
import { startWatchdog } from './watchdog.ts'

startWatchdog()
process.once('message', (message) => {
  void answer(message)
})
process.once('disconnect', () => process.exit(1))

async function answer(message: unknown): Promise<void> {
  const { file, ocr } = taskSchema.parse(message)
  say(await replyTo(file, ocr, await standardInput()), () => process.exit(0))
}

/** A fault that is not ours to name ends the process; the parent says so. */
async function replyTo(file: string, ocr: boolean, bytes: Uint8Array): Promise<Reply> {
  try {
    const decoded = ocr ? await recognised(file, bytes) : await readerFor(file, bytes).read(file, bytes)
    if (decoded.text.length > LONGEST_TEXT)
      return {
        kind: 'refused',
        code: 'file_unreadable',
        reason: `文字过多（上限 ${LONGEST_TEXT} 字）：${file}`,
      }
    return { ...decoded, kind: 'text' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { kind: 'refused', code: error.code, reason: error.message }
  }
}

async function recognised(file: string, bytes: Uint8Array): Promise<DecodedText> {
  const { recognise } = await import('../ocr/index.ts')
  return recognise(file, bytes, (count) => say({ kind: 'pages', count }))
}

function say(reply: Reply, then?: () => void): void {
  process.send?.(reply, undefined, undefined, () => then?.())
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
