import { afterAll, describe, expect, it } from 'vitest'
import { answerSchema } from '../../src/api/index.ts'
import { faults, faultsOfLayout, openPageBefore, page, server } from './harness.ts'
import { type SlowModel, serveSlowModel } from './slow-model.ts'

const QUESTION = '青岛到2024年三级医院要达到多少家？'
const TRUE = '到2024年，青岛全市三级医院总数达到35家以上。'
const FALSE = '到2024年，全市三级医院总数达到53家以上。'

let model: SlowModel

openPageBefore(async () => {
  model = await serveSlowModel()
  return { YAODIAN_CHAT_MODEL: 'slow', OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'none' }
})

afterAll(() => model.close())

async function begin(): Promise<void> {
  await page.goto(server.url)
  await askSlowly()
}

async function askSlowly(): Promise<void> {
  await page.getByTestId('ask-input').fill(QUESTION)
  await page.getByTestId('ask-input').press('Enter')
  await page.getByTestId('answer-under-way').getByText(TRUE, { exact: true }).waitFor()
}

const answer = () => page.getByTestId('answer')

describe('an answer that comes slowly', () => {
  it('goes on when the page is loaded anew, and stops with its button then', async () => {
    await begin()
    for (const _ of ['once', 'and again']) {
      await page.reload()
      await page.getByTestId('answer-under-way').getByText(TRUE, { exact: true }).waitFor()
      await page.waitForTimeout(1200)
      expect(model.open()).toBe(1)
    }
    expect(await page.getByTestId('answer-under-way').getByRole('heading').first().innerText()).toBe(QUESTION)
    model.release()
    await answer().getByText('未通过核验 1 句').waitFor()
    expect(await page.locator('.folded-turn').count()).toBe(0)
    expect(model.requests.length).toBe(2)
    await askSlowly()
    await page.reload()
    await page.getByTestId('answer-under-way').getByText(TRUE, { exact: true }).waitFor()
    expect(await page.locator('.folded-turn').count()).toBe(1)
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByTestId('cut-short').waitFor()
    expect(await page.locator('.folded-turn').count()).toBe(1)
    await expect.poll(() => model.open(), { timeout: 1000 }).toBe(0)
    // The browser's own word about a conversation that is kept only once its first answer is there.
    expect(faults.splice(0).filter((fault) => !fault.includes('404'))).toEqual([])
  })

  it('stops within a second of its page being closed', async () => {
    await begin()
    expect(model.open()).toBe(1)
    await page.close()
    await expect.poll(() => model.open(), { timeout: 1000 }).toBe(0)
  })

  it('shows where it is, what it looks through, and each sentence once it is proven', async () => {
    await begin()
    const under = page.getByTestId('answer-under-way')
    expect(await under.getAttribute('aria-busy')).toBe('true')
    expect(await under.getByTestId('citation-chip').count()).toBe(1)
    const progress = await page.getByTestId('progress').innerText()
    expect(progress).toMatch(/找到 1 份文件[\s\S]*逐句核验，已通过 1 句[\s\S]*倍增三年行动计划/)
    expect(await faultsOfLayout()).toEqual([])
    model.release()
    await answer().waitFor()
    expect(await answer().innerText()).toContain('由模型slow组织文字，逐句核对原文')
    await page.getByText('未通过核验 1 句').click()
    expect(await page.locator('.failed del').innerText()).toBe(FALSE)
    expect(await page.locator('.sentences').innerText()).not.toContain('53')
    expect(await faultsOfLayout()).toEqual([])
  })

  it('is the same after a reload', async () => {
    await begin()
    model.release()
    await answer().waitFor()
    const before = await answer().innerText()
    await page.reload()
    await answer().waitFor()
    expect(await answer().innerText()).toBe(before)
  })

  it('keeps what is proven when Esc stops it, and can be asked again', async () => {
    await begin()
    await page.keyboard.press('Escape')
    await page.getByTestId('cut-short').waitFor()
    expect(await page.getByTestId('cut-short').innerText()).toMatch(/已停止.*每一句都经过核验/)
    await answer().getByText(TRUE, { exact: true }).waitFor()
    expect(await faultsOfLayout()).toEqual([])
    await page.reload()
    await answer().getByText(TRUE, { exact: true }).waitFor()
    expect(await page.getByTestId('cut-short').innerText()).toContain('已停止')
    await page.getByRole('button', { name: '重新提问' }).click()
    await page.getByTestId('answer-under-way').getByText(TRUE, { exact: true }).waitFor()
    model.release()
    await answer().getByText('未通过核验 1 句').waitFor()
    expect(await page.locator('.folded-turn').count()).toBe(0)
    await page.getByTestId('versions').getByText('2/2').waitFor()
  })

  it('goes on while another page is looked at, and stops by its button', async () => {
    await begin()
    await page.getByRole('link', { name: '文件' }).click()
    await page.getByTestId('document-row').first().waitFor()
    await page.goBack()
    await page.getByTestId('answer-under-way').getByText(TRUE, { exact: true }).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByTestId('cut-short').waitFor()
    await answer().waitFor()
    const id = new URL(page.url()).searchParams.get('a')
    const stored = await page.request.get(`${server.url}/api/v1/answers/${id}`)
    expect(answerSchema.parse(await stored.json()).state).toBe('stopped')
  })
})
