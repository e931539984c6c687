import WordExtractor, { type WordDocument } from 'word-extractor'
import { UnreadableFileError } from '../../error.ts'
import type { DocumentReader } from '../../ingest/document-reader.ts'
import { hasSoundChains, holdsName, isCompoundFile } from './compound-file.ts'

/** The library's default turns Chinese quotation marks into ASCII. */
const UNCHANGED = { filterUnicode: false, includeHeadersAndFooters: false }
/** Bit in the file information block that says the text is encrypted. */
const ENCRYPTED = 0x0100

/**
 * Word 97-2003 documents and WPS documents of that format. The library gives no automatic numbers: they are
 * computed by Word and are not in the text of the file.
 */
export const docReader: DocumentReader = {
  accepts: (_file, bytes) => isCompoundFile(bytes) && holdsName(bytes, 'WordDocument'),
  read: async (file, bytes) => {
    if (isEncrypted(bytes)) throw refusal('文件有密码，无法读取', file)
    if (!hasSoundChains(bytes)) throw refusal('Word 文件（.doc）已损坏或不完整', file)
    const document = await extracted(file, bytes)
    const text = [
      document.getBody(UNCHANGED),
      document.getTextboxes(UNCHANGED),
      document.getFootnotes(UNCHANGED),
      document.getEndnotes(UNCHANGED),
    ]
      .filter((part) => part.trim() !== '')
      .map((part) => part.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
      .join('\n')
    if (text === '') throw refusal('Word 文件里没有文字', file)
    return { text, encoding: 'doc' }
  },
}

async function extracted(file: string, bytes: Uint8Array): Promise<WordDocument> {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes))
  } catch (cause) {
    throw new UnreadableFileError(refusal('Word 文件（.doc）已损坏或不完整', file).message, {
      cause,
      details: { file },
    })
  }
}

/** The information block starts a sector, with a magic number of its own. */
function isEncrypted(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (view.getUint16(at, true) === 0xa5ec) return (view.getUint16(at + 10, true) & ENCRYPTED) !== 0
  }
  return false
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}
