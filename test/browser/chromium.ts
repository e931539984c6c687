import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, '.cache/browser')

/**
 * The package's own list would switch web security off and put everything into one process, which dies with its
 * first context.
 */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell']

/**
 * Headless Chromium as npm delivers it. It unpacks into a folder of the project's own, because an older
 * browser left in the common one would be used without a word, and draws Chinese with a font from npm.
 */
export async function launchChromium(): Promise<Browser> {
  mkdirSync(CACHE, { recursive: true })
  process.env.TMPDIR = CACHE
  process.env.FONTCONFIG_FILE = writeFontConfig()
  const executablePath = await chromiumPackage.executablePath()
  if (!executablePath.startsWith(CACHE))
    throw new Error(`the browser was unpacked elsewhere: ${executablePath}`)
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true })
}

function writeFontConfig(): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  )
  const file = join(CACHE, 'fonts.conf')
  const folders = ['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${join(CACHE, 'fontconfig')}</cachedir></fontconfig>`,
  )
  return file
}
