import Ocr, { type OcrLine } from '@gutenye/ocr-node'
import sharp from 'sharp'
import { UnreadableFileError } from '../../error.ts'
import type { Glyph, PagedText, PageGlyphs } from '../pdf/index.ts'
import { pageTextOf } from '../pdf/index.ts'
import { pageImagesOf } from './page-images.ts'

const MOST_PAGES = 200
/** The runtime's own pool keeps growing from page to page (1.4 GB after six; without it 0.7 GB). */
const FRUGAL = { enableCpuMemArena: false, enableMemPattern: false }
/** Clean scans lie above 0.95. */
const LEAST_CONFIDENCE = 0.9
/** Heights of boxes waver from line to line; within this share of the median they are one size of type. */
const ONE_SIZE = 0.35
/** Part of a box's height that the type fills. */
const TYPE_SHARE = 0.8

/**
 * Recognises an image or the pages of a scanned PDF.
 * @param found told the number of pages before the first one is read
 * @throws UnreadableFileError
 */
export async function recognise(
  file: string,
  bytes: Uint8Array,
  found: (pages: number) => void = () => undefined,
): Promise<PagedText> {
  const images = await pageImagesOf(file, bytes)
  try {
    if (images.count > MOST_PAGES)
      throw new UnreadableFileError(`扫描件页数过多（上限 ${MOST_PAGES} 页）：${file}`, { details: { file } })
    found(images.count)
    const model = await Ocr.create({ onnxOptions: FRUGAL })
    const pages: RecognisedPage[] = []
    for (let index = 0; index < images.count; index++) {
      const image = await images.page(index)
      const { width, height } = await sharp(image).metadata()
      pages.push({ width, height, lines: await model.detect(image) })
    }
    return textOf(file, pages)
  } finally {
    await images.close()
  }
}

interface RecognisedPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly OcrLine[]
}

function textOf(file: string, pages: readonly RecognisedPage[]): PagedText {
  if (pages.every(({ lines }) => lines.every(({ text }) => text === '')))
    throw new UnreadableFileError(`图片里没有识别出文字：${file}`, { details: { file } })
  const read = pageTextOf(pages.map(glyphPageOf), 'ocr')
  return { ...read, doubts: [...(read.doubts ?? []), ...doubtsAbout(pages)] }
}

/** Lines the model doubts by half are not in the text at all. */
function doubtsAbout(pages: readonly RecognisedPage[]): readonly string[] {
  const unsure = pages.flatMap(({ lines }, at) => (confidenceOf(lines) < LEAST_CONFIDENCE ? [at + 1] : []))
  if (unsure.length === 0) return []
  return [`第 ${unsure.join('、')} 页的文字由图片识别得来，图片不够清楚，可能有错字漏字，请对照原件。`]
}

/** Mean over all characters, between 0 and 1. */
function confidenceOf(lines: readonly OcrLine[]): number {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  return length === 0 ? 1 : lines.reduce((sum, { mean, text }) => sum + mean * text.length, 0) / length
}

function glyphPageOf({ width, height, lines }: RecognisedPage): PageGlyphs {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  const median = heights[heights.length >> 1] ?? 0
  return { width, height, glyphs: lines.flatMap((line) => glyphsOf(line, median)), slanted: [] }
}

function glyphsOf(line: OcrLine, median: number): readonly Glyph[] {
  const xs = (line.box ?? []).map(([x]) => x)
  const ys = (line.box ?? []).map(([, y]) => y)
  const boxHeight = heightOf(line)
  const size = (Math.abs(boxHeight - median) <= median * ONE_SIZE ? median : boxHeight) * TYPE_SHARE
  const characters = [...line.text]
  const total = characters.reduce((sum, character) => sum + weightOf(character), 0)
  const scale = (Math.max(...xs, 0) - Math.min(...xs)) / total
  // The middle wavers less than the edges where a line runs askew.
  const baseline = (Math.max(...ys, 0) + Math.min(...ys)) / 2 + size / 2
  let left = Math.min(...xs)
  return characters.map((text) => {
    const right = left + weightOf(text) * scale
    const glyph = { text, left, right, baseline, size }
    left = right
    return glyph
  })
}

/** The model puts a space between the parts of a line it found apart; it must stay wide enough to be one. */
function weightOf(character: string): number {
  if (character === ' ') return 3
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1
}

function heightOf({ box = [] }: OcrLine): number {
  const ys = box.map(([, y]) => y)
  return Math.max(...ys, 0) - Math.min(...ys, Number.MAX_SAFE_INTEGER)
}
