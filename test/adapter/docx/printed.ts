import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export const POINTS_PER_MM = 72 / 25.4
const TOOLS = ['soffice', 'pdftotext', 'pdftoppm']
const DOTS_PER_INCH = 150

/** One line of a page; lengths in millimetres from the upper left corner. */
export interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  /** From top to bottom, the page number among them. */
  readonly lines: readonly PrintedLine[]
}

/** The programs that print a file here and read the paper; the first that is missing. */
export function missingTool(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return TOOLS.find((tool) => !folders.some((folder) => existsSync(join(folder, tool))))
}

/** Prints a docx with an office suite and the one Chinese font at hand, which is one em wide as all are. */
export function printPdf(folder: string, name: string, bytes: Uint8Array): string {
  convert(folder, 'pdf', new Map([[name, bytes]]))
  return join(folder, `${name}.pdf`)
}

/** The text of each docx as an office suite reads it. */
export function officeTexts(folder: string, files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  convert(folder, 'txt:Text', files)
  return [...files.keys()].map((name) => readFileSync(join(folder, `${name}.txt`), 'utf8'))
}

function convert(folder: string, to: string, files: ReadonlyMap<string, Uint8Array>): void {
  const paths = [...files].map(([name, bytes]) => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, bytes)
    return path
  })
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')
  const config = join(folder, 'fonts.conf')
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(dirname(font), '400Regular')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  )
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths], {
    env: { ...process.env, FONTCONFIG_FILE: config, HOME: folder },
    stdio: 'ignore',
  })
}

export function pagesOf(pdf: string): readonly PrintedPage[] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: numberIn(page, 'width'),
      height: numberIn(page, 'height'),
      lines: page
        .split('<line ')
        .slice(1)
        .map((line) => ({
          text: [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/gu)].map(([, word]) => word).join(''),
          left: numberIn(line, 'xMin'),
          right: numberIn(line, 'xMax'),
          top: numberIn(line, 'yMin'),
          bottom: numberIn(line, 'yMax'),
        }))
        .sort((a, b) => a.top - b.top),
    }))
}

function numberIn(element: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`, 'u').exec(element)?.[1]) / POINTS_PER_MM
}

/** Top and bottom of the ink in a band of a page, in millimetres from the upper edge. */
export function inkIn(
  pdf: string,
  page: number,
  box: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
) {
  const stem = pdf.replace(/\.pdf$/u, `-${page}`)
  execFileSync('pdftoppm', [
    '-gray',
    '-r',
    String(DOTS_PER_INCH),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    pdf,
    stem,
  ])
  const image = readFileSync(`${stem}.pgm`)
  const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/u.exec(image.toString('latin1', 0, 40))
  const width = Number(head?.[1])
  const pixels = image.subarray(head?.[0].length ?? 0)
  const dots = (millimetres: number) => Math.round((millimetres * DOTS_PER_INCH) / 25.4)
  const rows = Array.from({ length: dots(box.bottom) - dots(box.top) }, (_, at) => dots(box.top) + at).filter(
    (row) =>
      pixels.subarray(row * width + dots(box.left), row * width + dots(box.right)).some((grey) => grey < 128),
  )
  const millimetres = (row: number | undefined) => ((row ?? Number.NaN) * 25.4) / DOTS_PER_INCH
  return { top: millimetres(rows[0]), bottom: millimetres(rows.at(-1)) }
}
