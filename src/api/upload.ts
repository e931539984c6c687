import { InvalidRequestError } from '../error.ts'
import type { UploadedFile } from '../ingest/index.ts'

/** Of one request, all files together. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024
const MOST_FILES = 1000

/**
 * The files of a multipart form, whatever the fields are called. A file's name is a label and never a path.
 * @throws InvalidRequestError when there are none or too many
 */
export async function uploadedFiles(form: FormData): Promise<readonly UploadedFile[]> {
  const files = [...form.values()].filter((value) => value instanceof File)
  if (files.length === 0) throw new InvalidRequestError('没有收到文件。')
  if (files.length > MOST_FILES) throw new InvalidRequestError(`一次最多上传 ${MOST_FILES} 个文件。`)
  return Promise.all(
    files.map(async (file) => ({
      file: labelOf(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}

/** The last part of a name, without control characters, cut to what a page can show. */
function labelOf(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const label = last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200)
  return label === '' ? '未命名' : label
}
