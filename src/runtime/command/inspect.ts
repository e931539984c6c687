import { basename } from 'node:path'
import { administrativeDivisions } from '../../adapter/division/division.ts'
import { type InspectionJson, toInspectionJson } from '../../api/index.ts'
import { readFile } from '../../ingest/index.ts'
import { createGazetteer } from '../../text/index.ts'
import { READERS } from '../readers.ts'
import { readBytes } from './read-file.ts'
import { type ExitCode, printJson, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

/** Reads one file without storing it and shows what was understood. */
export async function inspect(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } } as const)
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new UsageError('用法：yaodian inspect 文件 [--json]')
  const reading = { readers: READERS, gazetteer: createGazetteer(administrativeDivisions()) }
  const { document } = await readFile(basename(file), readBytes(file), reading)
  const inspection = toInspectionJson(document)
  if (values.json) printJson(inspection)
  else process.stdout.write(describe(inspection))
  return 0
}

const FIELD_NAMES: readonly (readonly [keyof InspectionJson['metadata'], string])[] = [
  ['title', '标题'],
  ['issuer', '发文单位'],
  ['jurisdiction', '地区'],
  ['kind', '文种'],
  ['years', '年份'],
  ['document_number', '文号'],
  ['issued_on', '日期'],
  ['script', '字形'],
]

function describe({
  file,
  encoding,
  coverage,
  doubts,
  text,
  metadata,
  excluded,
  sections,
  passages,
}: InspectionJson): string {
  const fields = FIELD_NAMES.map(([key, name]) => {
    const field = metadata[key]
    if (field === null) return `${name}：未载明`
    const { value } = field
    const shown = Array.isArray(value)
      ? [...new Set(value)].join('—')
      : typeof value === 'object'
        ? value.name
        : value
    return `${name}：${shown}${field.inferred ? '（推断）' : ''}`
  })
  const dropped = excluded.map(
    (range) => `  [${range.reason}] ${range.text.slice(0, 60).replace(/\s+/g, ' ')}`,
  )
  const tree = sections.map((section) => `${'  '.repeat(section.level)}${section.number}${section.heading}`)
  return [
    `${file}（${encoding}，${[...text].length} 字，覆盖 ${(coverage * 100).toFixed(2)}%）`,
    ...doubts.map((doubt) => `存疑：${doubt}`),
    ...fields,
    `排除 ${excluded.length} 处`,
    ...dropped,
    `章节 ${sections.length} 个，段落 ${passages.length} 个`,
    ...tree,
    '',
  ].join('\n')
}
