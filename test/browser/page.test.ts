import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { type Listening, listen } from '../../src/runtime/http.ts'
import { openService, type Service } from '../../src/runtime/service.ts'
import { launchChromium } from './chromium.ts'

const QUESTION = '青岛到2024年三级医院要达到多少家？'
const SUPPORTING_WORDS = '到2024年,全市三级医院总数达到35家以上'

let folder: string
let service: Service
let server: Listening
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yaodian-page-'))
  browser = await launchChromium()
  service = await openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: true,
    report: () => undefined,
  })
  server = await listen(service.deps, '127.0.0.1', 0)
}, 60_000)

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

async function ask(question: string): Promise<void> {
  await page.goto(server.url)
  await page.getByTestId('ask-input').fill(question)
  await page.getByTestId('ask-input').press('Enter')
  await page.getByTestId('answer').first().waitFor()
}

/** The text the page paints as the citation, read from the highlight itself and not from our own data. */
async function litText(): Promise<string> {
  await page.waitForFunction(() => (CSS.highlights?.get('citation')?.size ?? 0) > 0)
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights?.get('citation') ?? [])] as Range[]
    return ranges.map((range) => range.toString()).join('')
  })
}

describe('the page', () => {
  it('answers the question and lights exactly the supporting words in the original', async () => {
    await ask(QUESTION)
    await expect(page.getByTestId('answer').first().innerText()).resolves.toContain('35家以上')
    await page.getByTestId('citation-chip').first().click()
    await page.getByTestId('source-pane').waitFor()
    expect(await litText()).toBe(SUPPORTING_WORDS)
  })

  it('shows the same answer and the same lit words after a reload', async () => {
    await ask(QUESTION)
    const before = await page.getByTestId('answer').first().innerText()
    await page.reload()
    await page.getByTestId('answer').first().waitFor()
    expect(await page.getByTestId('answer').first().innerText()).toBe(before)
    await page.getByTestId('citation-chip').first().click()
    expect(await litText()).toBe(SUPPORTING_WORDS)
  })

  it('works by keyboard alone and gives the focus back', async () => {
    await page.goto(server.url)
    await page.getByTestId('ask-input').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    const chip = page.getByTestId('citation-chip').first()
    await chip.waitFor()
    await chip.focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('source-pane').waitFor()
    expect(await litText()).toBe(SUPPORTING_WORDS)
    await page.keyboard.press('Escape')
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('sends nothing while an input method is composing', async () => {
    await page.goto(server.url)
    const input = page.getByTestId('ask-input')
    await input.fill('青岛')
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await input.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(await page.getByTestId('answer').count()).toBe(0)
  })

  it('lights the traditional original for a simplified question', async () => {
    await ask('青岛2021年要建成多少家互联网医院？')
    await page.getByTestId('citation-chip').first().click()
    expect(await litText()).toBe('建成35家以上互聯網醫院')
  })

  it('refuses with its scope and shows what comes near as not being the answer', async () => {
    await ask('青岛2019年三级医院总数达到多少家？')
    const refusal = await page.getByTestId('refusal').innerText()
    expect(refusal).toContain('2019')
    expect(await page.getByTestId('near-miss').count()).toBeGreaterThan(0)
  })

  it('lists the five sample plans with what was excluded', async () => {
    await page.goto(`${server.url}/documents`)
    await page.getByTestId('document-row').first().waitFor()
    expect(await page.getByTestId('document-row').count()).toBe(5)
  })

  it('takes a file in, answers from it at once, and says why another is refused', async () => {
    await page.goto(`${server.url}/documents`)
    const plan = '安康市2031年卫生健康工作要点\n一、强化基层\n1.加强基层建设。全市建成示范卫生室77家。\n'
    await page.getByTestId('upload-input').setInputFiles([
      { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(plan) },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') },
    ])
    await page.getByText('全部读完。').waitFor()
    const receipts = await page.getByTestId('receipt').allInnerTexts()
    expect(receipts[0]).toContain('已入库：安康市2031年卫生健康工作要点')
    expect(receipts[1]).toContain('未入库：PDF')
    await expect.poll(() => page.getByTestId('document-row').count()).toBe(6)
    await ask('安康2031年要建成多少家示范卫生室？')
    await page.getByTestId('citation-chip').first().click()
    expect(await litText()).toBe('全市建成示范卫生室77家')
  })

  it('has no accessibility fault on any screen', async () => {
    await page.goto(server.url)
    await page.getByTestId('ask-input').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await ask(QUESTION)
    await page.getByTestId('citation-chip').first().click()
    await page.getByTestId('source-pane').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.goto(`${server.url}/documents`)
    await page.getByTestId('document-row').first().waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  it('never scrolls sideways, down to 320 pixels', async () => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await ask(QUESTION)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  })
})
