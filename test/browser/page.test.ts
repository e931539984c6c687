import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { ask, litText, openPageBefore, page, server } from './harness.ts'

const QUESTION = '青岛到2024年三级医院要达到多少家？'
const SUPPORTING_WORDS = '到2024年,全市三级医院总数达到35家以上'

openPageBefore()

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
    expect(receipts[0]).toMatch(/plan\.txt\s+已入库\s+安康市2031年卫生健康工作要点/)
    expect(receipts[1]).toMatch(/broken\.pdf\s+未入库\s+PDF/)
    await expect.poll(() => page.getByTestId('receipt').first().innerText()).toContain('安康市，2031年')
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
