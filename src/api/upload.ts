import { type DocumentId, documentIdSchema } from '../corpus/index.ts'
import { InvalidRequestError } from '../error.ts'
import type { UploadedFile } from '../ingest/index.ts'

/** Of one request, all files together. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024
export const MOST_FILES = 1000
const LONGEST_LABEL = 200

/**
 * The files of a multipart form, whatever the fields are called. A file's name is a label and never a path. A field
 * `replaces` names the document that a single file takes the place of.
 * @throws InvalidRequestError when there are none or too many
 */
export async function uploadedFiles(form: FormData): Promise<readonly UploadedFile[]> {
  const files = [...form.values()].filter((value) => value instanceof File)
  if (files.length === 0) throw new InvalidRequestError('没有收到文件。')
  if (files.length > MOST_FILES) throw tooManyFiles()
  const replaces = replacedBy(form, files.length)
  return Promise.all(
    files.map(async (file) => ({
      file: labelOf(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
      replaces,
    })),
  )
}

/**
 * The only file of a form.
 * @throws InvalidRequestError when there is none or more than one
 */
export async function uploadedFile(form: FormData): Promise<UploadedFile> {
  const [file, ...others] = await uploadedFiles(form)
  if (file === undefined || others.length > 0) throw new InvalidRequestError('一次只能核验一个文件。')
  return file
}

function replacedBy(form: FormData, files: number): DocumentId | undefined {
  const named = form.get('replaces')
  if (named === null || named === '') return undefined
  const id = documentIdSchema.safeParse(named)
  if (!id.success || files > 1)
    throw new InvalidRequestError('替换一份文件时，要写明它的编号，并且只上传一个文件。', {
      details: { pointer: '/replaces' },
    })
  return id.data
}

export function tooManyFiles(): InvalidRequestError {
  return new InvalidRequestError(`一次最多上传 ${MOST_FILES} 个文件。`)
}

/** The last part of a name, without control characters, cut to what a page can show. */
function labelOf(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const label = last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, LONGEST_LABEL)
  // The cut may have gone through a character.
  const whole = label.replace(/[\ud800-\udbff]$/u, '')
  return /^[\s.]*$/u.test(whole) ? '未命名' : whole
}
