import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { faults, litText, openPageBefore, page, server } from './harness.ts'

const RIGHT = '到2024年，青岛市三级医院总数达到35家以上。'
const WRONG = '到2024年，青岛市三级医院总数达到45家以上。'
const UNKNOWN = '全市卫生总费用下降一半。'

openPageBefore()

async function verify(text: string): Promise<void> {
  await page.goto(`${server.url}/verify`)
  await page.getByTestId('verify-input').fill(text)
  await page.getByTestId('verify-input').press('Control+Enter')
  await page.getByTestId('verification').waitFor()
}

async function verdicts(): Promise<readonly (string | null)[]> {
  const sentences = await page.getByTestId('verified-sentence').all()
  return Promise.all(sentences.map((sentence) => sentence.getAttribute('data-verdict')))
}

describe('the verification page', () => {
  it('tells each sentence apart and lights what it rests on in the original', async () => {
    await verify(RIGHT + WRONG + UNKNOWN)
    expect(await verdicts()).toEqual(['proven', 'contradicted', 'unproven'])
    expect(await page.getByTestId('verified-sentence').nth(1).innerText()).toContain('原文为“35家以上”')
    await page.getByTestId('citation-chip').first().click()
    expect(await litText()).toContain('全市三级医院总数达到35家以上')
  })

  it('shows only what failed when asked to', async () => {
    await verify(RIGHT + WRONG + UNKNOWN)
    await page.getByLabel('只看没有通过的').check()
    expect(await verdicts()).toEqual(['contradicted', 'unproven'])
  })

  it('reads a chosen file for this once and keeps nothing of it', async () => {
    await page.goto(`${server.url}/verify`)
    await page.getByTestId('verify-file').setInputFiles({
      name: 'draft.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`${RIGHT}\n${WRONG}\n`),
    })
    await page.getByTestId('verification').waitFor()
    expect(await verdicts()).toEqual(['proven', 'contradicted'])
    await page.goto(`${server.url}/documents`)
    await page.getByTestId('document-row').first().waitFor()
    expect(await page.getByTestId('document-row').count()).toBe(5)
  })

  it('says why a file cannot be read', async () => {
    await page.goto(`${server.url}/verify`)
    await page
      .getByTestId('verify-file')
      .setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') })
    expect(await page.locator('.failure').innerText()).toMatch(/PDF/)
    // The browser reports the refused request by itself.
    expect(faults.splice(0).join()).toContain('422')
  })

  it('keeps the text while another page is looked at', async () => {
    await verify(RIGHT)
    await page.getByRole('link', { name: '文件' }).click()
    await page.getByTestId('document-row').first().waitFor()
    await page.getByRole('link', { name: '核验' }).click()
    expect(await page.getByTestId('verify-input').inputValue()).toBe(RIGHT)
    expect(await verdicts()).toEqual(['proven'])
  })

  it('has no accessibility fault and never scrolls sideways', async () => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await verify(RIGHT + WRONG + UNKNOWN)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  })
})
