import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask, askNext, faults, faultsOfLayout, openPageBefore, page, server } from './harness.ts'

const FIRST = '青岛到2024年三级医院要达到多少家？'
const SECOND = '慈溪2022年负压救护车比例要达到多少？'

openPageBefore()

const feedbackShape = z.object({
  feedback: z.array(
    z.object({ verdict: z.string(), note: z.string(), sentence_text: z.string().nullable() }),
  ),
})

const stored = async () =>
  feedbackShape.parse(await (await page.request.get(`${server.url}/api/v1/feedback`)).json()).feedback

const folded = () => page.locator('.folded-turn')
const heading = () => page.getByTestId('answer').getByRole('heading', { level: 2 }).innerText()

describe('a conversation', () => {
  it('keeps earlier questions with their first sentence, and opens them again', async () => {
    await ask(FIRST)
    await askNext(SECOND)
    expect(await folded().allInnerTexts()).toEqual([
      expect.stringMatching(/多少家？\s+到2024年,全市三级医院/),
    ])
    await folded().getByRole('link').click()
    await expect.poll(heading).toBe(FIRST)
    expect(await folded().innerText()).toContain(SECOND)
    await page.goBack()
    await expect.poll(heading).toBe(SECOND)
  })

  it('survives a reload, and its address opens it elsewhere', async () => {
    await ask(FIRST)
    await askNext(SECOND)
    await page.reload()
    await page.getByTestId('answer').waitFor()
    expect(await heading()).toBe(SECOND)
    expect(await folded().count()).toBe(1)
    const address = new URL(page.url())
    address.searchParams.delete('a')
    await page.goto(address.href)
    await expect.poll(heading).toBe(SECOND)
  })

  it('says what a follow-up was taken for, and asks it as it stands on demand', async () => {
    await ask('青岛2021年要建成多少家互联网医院？')
    await askNext('那2022年呢？')
    const resolved = await page.getByTestId('resolved').innerText()
    expect(resolved).toMatch(/按上文理解为：.*青岛.*2022.*互联网医院/)
    expect(await faultsOfLayout()).toEqual([])
    await page.getByRole('button', { name: '不按上文' }).click()
    await expect.poll(() => folded().count()).toBe(2)
    expect(await heading()).toBe('那2022年呢？')
    expect(await page.getByTestId('resolved').count()).toBe(0)
  })

  it('begins anew by a key, and lets a question be changed', async () => {
    await ask(FIRST)
    await page.getByRole('button', { name: '修改问题' }).click()
    expect(await page.getByTestId('ask-input').inputValue()).toBe(FIRST)
    await page.getByTestId('ask-input').fill('')
    await page.getByTestId('ask-input').blur()
    await page.keyboard.press('n')
    await page.getByText('可以这样问').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await askNext(SECOND)
    expect(await folded().count()).toBe(0)
  })

  it('answers a question again beside the first answer, and goes from one to the other', async () => {
    await ask(FIRST)
    await askNext(SECOND)
    await folded().getByRole('link').click()
    await expect.poll(heading).toBe(FIRST)
    const before = page.url()
    await page.getByRole('button', { name: '重新回答' }).click()
    await page.getByTestId('versions').getByText('2/2').waitFor()
    await page.getByText('内容与上一次回答相同').waitFor()
    expect(await folded().count()).toBe(1)
    expect(await heading()).toBe(FIRST)
    expect(await faultsOfLayout()).toEqual([])
    await page.getByRole('link', { name: '上一次回答' }).click()
    await page.getByTestId('versions').getByText('1/2').waitFor()
    expect(page.url()).toBe(before)
    await page.reload()
    await page.getByTestId('versions').getByText('1/2').waitFor()
  })

  it('lifts the condition that left nothing over', async () => {
    await ask('青岛2019年三级医院总数达到多少家？')
    expect(await page.getByTestId('lifts').innerText()).toContain('本次限于年份“2019年”')
    expect(await faultsOfLayout()).toEqual([])
    await page.getByRole('button', { name: '不限年份再查' }).click()
    await page.getByTestId('answer').locator('.sentences').waitFor()
    expect(await page.getByTestId('refusal').count()).toBe(0)
  })
})

describe('a question that fails', () => {
  it('says so in plain words and is asked again where it was asked', async () => {
    const created = { id: 'x', conversation_id: 'y', question: FIRST, resolved_question: null }
    const filters = { regions: [], years: [], document_kinds: [] }
    const problem = { status: 500, detail: '服务内部出错。', request_id: 'r-1' }
    const body = [
      `id: 1\nevent: answer.created\ndata: ${JSON.stringify({ ...created, filters })}\n\n`,
      `id: 2\nevent: error\ndata: ${JSON.stringify(problem)}\n\n`,
    ].join('')
    await page.route(
      '**/api/v1/answers',
      (route) => route.fulfill({ contentType: 'text/event-stream', body }),
      {
        times: 1,
      },
    )
    await page.goto(server.url)
    await page.getByTestId('ask-input').fill(FIRST)
    await page.getByTestId('ask-input').press('Enter')
    await page.locator('.failure').waitFor()
    expect(await page.locator('.failure').innerText()).toMatch(/服务内部出错。\s+请求编号：r-1/)
    expect(await faultsOfLayout()).toEqual([])
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByTestId('answer').getByText('35家以上').first().waitFor()
    expect(await page.locator('.failure').count()).toBe(0)
  })
})

describe('the history', () => {
  it('finds what was asked and answered, and opens it', async () => {
    await ask('蓟州2022年市级卫生村创建合格率要达到多少？')
    const history = page.getByTestId('history')
    await history.getByLabel('查找以往的问题和回答').fill('卫生村 合格率')
    const found = history.getByLabel('找到的对话').getByRole('link', { name: /卫生村创建合格率/ })
    await found.first().waitFor()
    expect(await faultsOfLayout()).toEqual([])
    await page.keyboard.press('n')
    await found.first().click()
    await page.getByTestId('answer').waitFor()
    expect(await heading()).toContain('卫生村')
    await history.getByLabel('查找以往的问题和回答').fill('没有人问过这个')
    await history.getByText('没有找到含有').waitFor()
  })

  it('renames, pins and deletes; what is deleted lies in the bin until it goes for good', async () => {
    await ask('蓟州2022年家庭医生签约服务要做到什么？')
    const history = page.getByTestId('history')
    const manage = async (action: string) => {
      await history
        .getByRole('button', { name: /^管理对话：.*签约/ })
        .first()
        .click()
      await history.getByRole('button', { name: action, exact: true }).click()
    }
    await manage('改名')
    await history.getByLabel('对话名称').fill('签约的事')
    await page.keyboard.press('Enter')
    await history.getByRole('link', { name: /签约的事/ }).waitFor()
    await manage('置顶')
    await history.getByRole('heading', { name: '置顶' }).waitFor()
    const address = new URL(page.url())
    await manage('删除')
    const bin = page.getByTestId('recycle-bin')
    await bin.getByText(/^回收站/).click()
    expect(new URL(page.url()).search).toBe('')
    expect(await faultsOfLayout()).toEqual([])
    await bin.getByRole('button', { name: '恢复：签约的事' }).click()
    await history.getByRole('link', { name: /签约的事/ }).waitFor()
    await manage('删除')
    await page.goto(address.href)
    await page.getByRole('main').getByText('还在回收站里').waitFor()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByTestId('answer').waitFor()
    expect(faults.splice(0)).toEqual([expect.stringContaining('410')])
    await manage('删除')
    await bin.getByText(/^回收站/).click()
    await bin.getByRole('button', { name: '彻底删除：签约的事' }).click()
    expect(await faultsOfLayout()).toEqual([])
    await bin.getByRole('button', { name: '确认删除' }).click()
    await expect.poll(() => page.getByText('签约的事').count()).toBe(0)
    const id = address.searchParams.get('t')
    expect((await page.request.get(`${server.url}/api/v1/conversations/${id}`)).status()).toBe(404)
  })
})

describe('what a reader says of an answer', () => {
  it('is stored with its reason, by keyboard alone', async () => {
    await ask(FIRST)
    await page.getByRole('button', { name: '这个回答有误' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('应看另一节')
    expect(await faultsOfLayout()).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('已记下，谢谢。').waitFor()
    expect((await stored())[0]).toEqual({ verdict: 'wrong_source', note: '应看另一节', sentence_text: null })
  })

  it('can be about one sentence', async () => {
    await ask(FIRST)
    await page.getByRole('button', { name: '已核验' }).click()
    await page.getByRole('button', { name: '这一句有用' }).click()
    await page.getByText('已记下，谢谢。').waitFor()
    expect((await stored())[0]).toMatchObject({
      verdict: 'right',
      sentence_text: expect.stringContaining('35家'),
    })
  })
})

describe('how an answer came about', () => {
  it('is told on demand, with what was used and what was not', async () => {
    await ask(FIRST)
    await page.getByText('怎么得出的').click()
    const trace = page.getByTestId('trace')
    await trace.getByText('采用', { exact: true }).waitFor()
    expect(await trace.innerText()).toMatch(/年份：2024年（从问题看出）[\s\S]*读取规则/)
    expect(await faultsOfLayout()).toEqual([])
  })
})
