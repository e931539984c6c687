import type { Corpus } from '../corpus/index.ts'
import { InvalidRequestError } from '../error.ts'
import { type ExportMode, type OutlineVersion, outlineMarkdown, type WordExporter } from '../outline/index.ts'
import type { ApiDeps } from './deps.ts'
import { toOutlineJson } from './outline-json.ts'

/** The form of a file, and how it carries its sources. */
export interface OutlineForm {
  readonly format: 'docx' | 'md' | 'json'
  readonly mode: ExportMode
}

const TYPE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** A draft as a file to keep, named by its title. */
export async function exportOutline(
  version: OutlineVersion,
  { format, mode }: OutlineForm,
  deps: ApiDeps,
): Promise<Response> {
  const body = await outlineFile(version, { format, mode }, { corpus: deps.desk().corpus, word: deps.word })
  const name = [...version.outline.title.replace(/[\p{C}\\/:*?"<>|]/gu, '')].slice(0, 80).join('') || '提纲'
  return new Response(body, {
    headers: {
      'content-type': TYPE[format],
      'content-disposition': `attachment; filename="outline.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}（草稿）.${format}`)}`,
    },
  })
}

/** The same file for every door. */
export async function outlineFile(
  version: OutlineVersion,
  { format, mode }: OutlineForm,
  { word, corpus }: { readonly word: WordExporter | undefined; readonly corpus: Corpus },
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'md':
      return outlineMarkdown(version.outline, { isAdopted: false })
    case 'json':
      return `${JSON.stringify(toOutlineJson(version, corpus), null, 2)}\n`
    case 'docx': {
      if (word === undefined) throw new InvalidRequestError('这里不能导出 Word，请选 Markdown 或 JSON。')
      const { bytes } = await word.export(version.outline, { mode, isAdopted: false })
      return new Uint8Array(bytes)
    }
  }
}
