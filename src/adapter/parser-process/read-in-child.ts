import { GarbledTextError, UnreadableFileError } from '../../error.ts'
import type { DecodedText } from '../../ingest/document-reader.ts'
import { isImage } from '../ocr/image-format.ts'
import { createGate } from './gate.ts'
import { LARGEST_FILE, OCR_LIMITS, TEXT_LIMITS } from './limits.ts'
import { runChild } from './parser-child.ts'

/** Children are as large as their limits; more of them at once than this would fill a small machine. */
const readingGate = createGate(2)
const ocrGate = createGate(1)

/**
 * Reads a file of any supported format in a process of its own; images and PDFs without text go through OCR.
 * @throws UnreadableFileError with a reason in plain Chinese
 */
export async function readInChild(file: string, bytes: Uint8Array): Promise<DecodedText> {
  if (bytes.length > LARGEST_FILE)
    throw refusal(`文件过大（上限 ${LARGEST_FILE / 1024 / 1024} MB）：${file}`, file)
  if (!isImage(bytes)) {
    const answer = await readingGate(() => runChild({ file, ocr: false }, bytes, TEXT_LIMITS))
    if (answer.kind === 'text') return answer
    if (answer.code !== 'pdf_without_text') throw refusal(answer.reason, file, answer.code)
  }
  const answer = await ocrGate(() => runChild({ file, ocr: true }, bytes, OCR_LIMITS))
  if (answer.kind === 'refused') throw refusal(answer.reason, file, answer.code)
  return answer
}

function refusal(reason: string, file: string, code = 'file_unreadable'): UnreadableFileError {
  const Refusal = code === 'text_garbled' ? GarbledTextError : UnreadableFileError
  return new Refusal(reason, { details: { file } })
}
