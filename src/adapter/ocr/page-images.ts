import sharp, { type Sharp } from 'sharp'
import { UnreadableFileError } from '../../error.ts'
import { openPdf, refused } from '../pdf/index.ts'
import { isImage } from './image-format.ts'

/** One page as a PNG; pages are made one at a time, for each is large. */
export interface PageImages {
  readonly count: number
  page(index: number): Promise<Buffer>
  close(): Promise<void>
}

/** A4 at 150 dots an inch: sharp enough for body type, small enough for a few seconds a page. */
const LONGEST_SIDE = 1754
const LARGEST_IMAGE = 60_000_000

export function pageImagesOf(file: string, bytes: Uint8Array): Promise<PageImages> {
  return isImage(bytes) ? pictures(file, bytes) : pdfPages(file, bytes)
}

async function pictures(file: string, bytes: Uint8Array): Promise<PageImages> {
  const open = (page: number) => sharp(bytes, { limitInputPixels: LARGEST_IMAGE, page, failOn: 'error' })
  const translated = async <T>(work: () => Promise<T>) => {
    try {
      return await work()
    } catch (cause) {
      throw new UnreadableFileError(`图片已损坏、过大或不受支持：${file}`, { cause, details: { file } })
    }
  }
  const { pages = 1 } = await translated(() => open(0).metadata())
  return {
    count: pages,
    page: (index) => translated(() => prepared(open(index).autoOrient().flatten({ background: 'white' }))),
    close: async () => undefined,
  }
}

async function pdfPages(file: string, bytes: Uint8Array): Promise<PageImages> {
  const document = await openPdf(file, bytes)
  return {
    count: document.numPages,
    page: async (index) => {
      try {
        const page = await document.getPage(index + 1)
        const { width, height } = page.getViewport({ scale: 1 })
        const viewport = page.getViewport({ scale: LONGEST_SIDE / Math.max(width, height, 1) })
        const { createCanvas } = await import('@napi-rs/canvas')
        const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
        // The library's types know the browser's canvas only.
        await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' })
          .promise
        page.cleanup()
        return await canvas.encode('png')
      } catch (cause) {
        throw refused(cause, file)
      }
    },
    close: () => document.loadingTask.destroy(),
  }
}

function prepared(image: Sharp): Promise<Buffer> {
  return image
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
}
