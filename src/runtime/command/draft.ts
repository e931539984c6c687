import { writeFileSync } from 'node:fs'
import { exportQuerySchema, outlineFile, outlineRequestSchema } from '../../api/index.ts'
import { StorageError } from '../../error.ts'
import { draftOutline, exportWarnings } from '../../outline/index.ts'
import { openService } from '../service.ts'
import { configFrom, type ExitCode, note, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

const USAGE =
  '用法：yaodian draft --region 地区 --year 年份 [--format md|json|docx] [--out 文件] [--mode comments|annex|clean] [--data 目录]'

/** Next year's outline of one body, on standard output or as a file; it is not kept in the library. */
export async function draft(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    region: { type: 'string' },
    year: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    mode: { type: 'string' },
    data: { type: 'string' },
  } as const)
  const { region, year, out } = values
  const request = outlineRequestSchema.safeParse({ region, year: Number(year) })
  const form = exportQuerySchema.safeParse({ format: values.format ?? formatOf(out), mode: values.mode })
  if (positionals.length > 0 || !request.success || !form.success) throw new UsageError(USAGE)
  if (form.data.format === 'docx' && out === undefined)
    throw new UsageError('Word 文件不能写到屏幕上，请用 --out 给出文件名。')
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    const { desk, word, now } = service.deps
    const { corpus } = desk()
    const outline = await draftOutline(request.data, { corpus })
    const version = { outline, number: 1, note: '起草', savedAt: now().toISOString() }
    write(await outlineFile(version, form.data, { corpus, word }), out)
    for (const warning of new Set([...outline.warnings, ...exportWarnings(outline)])) note(warning)
  } finally {
    service.close()
  }
  return 0
}

function formatOf(out: string | undefined): string {
  return /\.(?<format>docx|json)$/iu.exec(out ?? '')?.groups?.format?.toLowerCase() ?? 'md'
}

function write(file: string | Uint8Array, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(file)
    return
  }
  try {
    writeFileSync(out, file)
  } catch (cause) {
    throw new StorageError(`写不了文件“${out}”：文件夹不存在，或没有写入权限。`, { cause })
  }
  note(`已写入 ${out}`)
}
