import { describe, expect, it } from 'vitest'
import { ask, askNext, openPageBefore, page } from './harness.ts'

const FIRST = '青岛到2024年三级医院要达到多少家？'
const SECOND = '那2022年呢？'
const THIRD = '慈溪2022年负压救护车比例要达到多少？'

openPageBefore()

/** The page as it is laid out for paper. */
async function onPaper(): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const text = await page.locator('main').innerText()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  return text
}

describe('a conversation on paper', () => {
  it('is whole, each question in its order with its answer and the quotes it rests on', async () => {
    await ask(FIRST)
    await askNext(SECOND)
    await askNext(THIRD)
    const text = await onPaper()
    const at = [
      FIRST,
      '[1] 原文：到2024年,全市三级医院总数达到35家以上',
      SECOND,
      '所检文件没有写明',
      THIRD,
      '负压救护车',
    ]
    const places = at.map((words) => text.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const question of [FIRST, SECOND, THIRD]) expect(text.split(question)).toHaveLength(2)
    expect(text.split('须人工审核')).toHaveLength(4)
    for (const button of ['接着问', '复制', '重新回答', '不按上文', '提意见'])
      expect(text).not.toContain(button)
    expect(await page.locator('.paper-turn').count()).toBe(0)
  })

  it('is laid out by the browser so, on sheets of A4', async () => {
    await ask(FIRST)
    const one = await page.pdf({ preferCSSPageSize: true })
    await askNext(THIRD)
    const two = await page.pdf({ preferCSSPageSize: true })
    expect(one.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]\S*\]/u)
    expect(two.length).toBeGreaterThan(one.length * 1.2)
    expect(await page.locator('.folded-turn').count()).toBe(1)
  })
})
