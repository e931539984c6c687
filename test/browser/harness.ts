import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { type Listening, listen } from '../../src/runtime/http.ts'
import { openService, type Service } from '../../src/runtime/service.ts'
import { launchChromium } from './chromium.ts'

let folder: string
let service: Service
export let server: Listening
export let browser: Browser
export let context: BrowserContext
export let page: Page
export let faults: string[]

const NO_SETTINGS = async (): Promise<Readonly<Record<string, string>>> => ({})

/**
 * A server over the samples for all tests of a file, and a new page for each that must not utter a fault.
 * @param settings of the server besides its folder, such as its chat model
 */
export function openPageBefore(settings = NO_SETTINGS): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-page-'))
    browser = await launchChromium()
    service = await openService(parseConfig({ ...(await settings()), YAODIAN_DATA: folder }), {
      withSeeds: true,
      report: () => undefined,
    })
    server = await listen(service.deps, '127.0.0.1', 0)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    service?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    faults = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (fault) => faults.push(fault.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('blob:'))
        faults.push(`foreign request ${request.url()}`)
    })
  })

  afterEach(async () => {
    await context.close()
    expect(faults).toEqual([])
  })
}

/** Asks on the page and waits for the answer. */
export async function ask(question: string): Promise<void> {
  await page.goto(server.url)
  await page.getByTestId('ask-input').fill(question)
  await page.getByTestId('ask-input').press('Enter')
  await page.getByTestId('answer').first().waitFor()
}

/** Asks in the conversation that stands open. */
export async function askNext(question: string): Promise<void> {
  await page.getByTestId('ask-input').fill(question)
  await page.getByTestId('ask-input').press('Enter')
  await page.getByTestId('answer').getByRole('heading', { name: question, exact: true }).waitFor()
}

/** What axe finds, and how far the page scrolls sideways, at three widths. */
export async function faultsOfLayout(): Promise<readonly unknown[]> {
  const found: unknown[] = []
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    found.push(...violations, ...(sideways > 0 ? [{ width, sideways }] : []))
  }
  return found
}

/** The text the page paints as the citation, read from the highlight itself and not from our own data. */
export async function litText(): Promise<string> {
  await page.waitForFunction(() => (CSS.highlights?.get('citation')?.size ?? 0) > 0)
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights?.get('citation') ?? [])] as Range[]
    return ranges.map((range) => range.toString()).join('')
  })
}
