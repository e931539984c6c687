import { isZip, openZip } from '../archive/index.ts'
import { holdsName, isCompoundFile } from '../word/index.ts'

const MARKS: readonly (readonly [mark: string, name: string])[] = [
  ['{\\rtf', 'RTF 文件，请用 Word 另存为 docx'],
  ['Rar!', 'RAR 压缩包，请解压后再上传'],
  ['7z\xbc\xaf', '7z 压缩包，请解压后再上传'],
  ['\x1f\x8b', 'gzip 压缩包，请解压后再上传'],
  ['GIF8', 'GIF 图片，请另存为 PNG 或 JPG'],
  ['RIFF', 'WebP 图片或音视频文件'],
  ['BM', 'BMP 图片，请另存为 PNG 或 JPG'],
  ['MZ', '可执行程序'],
  ['\x7fELF', '可执行程序'],
  ['SQLite format 3', '数据库文件'],
]
const COMPOUND_STREAMS: readonly (readonly [stream: string, name: string])[] = [
  ['EncryptedPackage', '有密码的 Office 文件，请去掉密码后再上传'],
  ['Workbook', 'Excel 表格，请另存为 PDF 或 docx'],
  ['PowerPoint Document', 'PowerPoint 演示文稿，请另存为 PDF'],
]
const ZIP_FOLDERS: readonly (readonly [prefix: string, name: string])[] = [
  ['xl/', 'Excel 表格，请另存为 PDF 或 docx'],
  ['ppt/', 'PowerPoint 演示文稿，请另存为 PDF'],
  ['content.xml', 'OpenDocument 文件，请另存为 docx'],
  ['META-INF/', '程序包或电子书'],
]

/**
 * What a file is that no reader takes, and what to do about it.
 * @throws UnreadableFileError for a zip that is damaged or a bomb
 */
export function formatName(file: string, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const marked = MARKS.find(([mark]) => start.startsWith(mark))?.[1]
  if (marked !== undefined) return marked
  if (isCompoundFile(bytes)) return COMPOUND_STREAMS.find(([stream]) => holdsName(bytes, stream))?.[1]
  return isZip(bytes) ? zipFormatName(file, bytes) : undefined
}

function zipFormatName(file: string, bytes: Uint8Array): string {
  const { entries } = openZip(file, bytes)
  const known = ZIP_FOLDERS.find(([prefix]) => entries.some(({ name }) => name.startsWith(prefix)))
  return known?.[1] ?? '压缩包'
}
