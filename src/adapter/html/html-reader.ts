import type { Exclusion } from '../../corpus/index.ts'
import { UnreadableFileError } from '../../error.ts'
import type { DecodedText, DocumentReader } from '../../ingest/document-reader.ts'
import { decodeStrictly } from '../../ingest/encoding/index.ts'
import { chromeLinesOf } from './page-chrome.ts'
import { pageLinesOf } from './page-lines.ts'
import { isElement, type PageElement, parsePage } from './parse-page.ts'
import { createVisibility } from './visibility.ts'

const HTML_START =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i
const SAMPLE = 4096
const NEWLINE = '\n'

/** Saved web pages: one line a block, with the page's own furniture marked and not removed. */
export const htmlReader: DocumentReader = {
  accepts: (file, bytes) =>
    HTML_START.test(startOf(bytes)) || (/\.x?html?$/i.test(file) && startOf(bytes).includes('<')),
  read: async (file, bytes) => {
    const { text: html, ...decoding } = decodeStrictly(file, bytes, declaredCharset(bytes))
    const root = parsePage(file, html)
    const lines = pageLinesOf(file, root, createVisibility(root))
    if (lines.length === 0)
      throw new UnreadableFileError(`网页里没有可见的文字：${file}`, { details: { file } })
    const chrome = chromeLinesOf(lines, titleOf(root))
    return { ...decoding, ...joined(lines.map(({ text }, at) => ({ text, isChrome: chrome[at] === true }))) }
  },
}

function joined(
  lines: readonly { readonly text: string; readonly isChrome: boolean }[],
): Pick<DecodedText, 'text' | 'exclusions'> {
  const exclusions: Exclusion[] = []
  let start = 0
  for (const { text, isChrome } of lines) {
    if (isChrome) {
      const content = start + text.length - text.trimStart().length
      exclusions.push({ start: content, end: start + text.trimEnd().length, reason: 'page_chrome' })
    }
    start += text.length + NEWLINE.length
  }
  return { text: lines.map(({ text }) => text).join(NEWLINE), exclusions }
}

/** ASCII letters of the beginning; wide encodings lose their zero bytes. */
function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, SAMPLE))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(startOf(bytes))?.[1]
}

function titleOf(root: PageElement): string {
  const head = root.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head')
  const title = head?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'title')
  return (title?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('')
}
