import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docxReader } from '../../src/adapter/word/index.ts'
import { items, makeDraft, stored } from './drafting.ts'
import { faults, litText, openPageBefore, page, server } from './harness.ts'

openPageBefore()

const said = () => page.locator('.draft-status [role=status]')

/** What has the focus, by its accessible name or its words; the whole page counts as nothing. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return ''
    return element.getAttribute('aria-label') ?? element.textContent ?? element.tagName
  })
}

/** Goes on with Tab until something of that name has the focus, as a person without a mouse does. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 400; step++) {
    if (name.test(await focused())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keyboard to ${name}`)
}

describe('the drafting page', () => {
  it('shows what a draft will rest on, makes it, and lights the exact words of a source', async () => {
    await page.goto(`${server.url}/draft`)
    await page.getByLabel('地区').selectOption({ label: '青岛市（山东省）' })
    expect(await page.getByLabel('年度').inputValue()).toBe('2023')
    const basis = page.getByRole('region', { name: '依据的文件' })
    expect(await basis.innerText()).toMatch(
      /2022年工作要点[\s\S]*2021年工作要点[\s\S]*2022—2024年，仍在执行/u,
    )
    const id = await makeDraft()
    expect(await focused()).toContain('2023年')
    const outline = await stored(id)
    const chip = items().first().locator('.draft-sentence').first().getByTestId('citation-chip')
    const number = outline.sections[0]?.items[0]?.sentences[0]?.citations[0]
    await chip.click()
    await page.getByTestId('source-pane').waitFor()
    const cited = outline.citations.find(({ id: one }) => one === number)
    expect((await litText()).startsWith(cited?.cited_text.slice(0, 10) ?? '-')).toBe(true)
    expect(cited?.cited_text ?? '').not.toBe('')
    await page.keyboard.press('Escape')
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('says in plain words that there is nothing to draft from', async () => {
    await page.goto(`${server.url}/draft`)
    await page.getByLabel('年度').fill('1999')
    expect(await page.locator('.draft-basis, .draft-start .warning').innerText()).toContain('没有依据')
    await page.getByRole('button', { name: '起草', exact: true }).click()
    expect(await page.locator('.draft-start .failure').innerText()).toMatch(/1999年/u)
    expect(faults.splice(0).join()).toContain('422')
  })

  it('is edited, moved and rejected by keyboard alone, and the focus is never lost', async () => {
    const id = await makeDraft()
    const before = (await stored(id)).sections[0]
    const [first, second] = before?.items ?? []
    const nameOf = (item: typeof first) => item?.heading || item?.text.slice(0, 20) || '-'
    const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    await tabTo(new RegExp(`^采纳：.*${escaped(nameOf(first))}`, 'u'))
    await page.keyboard.press('Enter')
    await expect.poll(() => said().innerText()).toBe('已保存为第 2 版。')
    await expect.poll(focused).toMatch(/^取消采纳：/u)
    await tabTo(/^修改：/u)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('由我写的一句话。')
    await tabTo(/^保存$/u)
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/^修改：/u)
    await tabTo(/^移动：/u)
    await page.keyboard.press('Enter')
    await tabTo(/^下移：/u)
    await page.keyboard.press('Enter')
    await expect.poll(() => said().innerText()).toBe('已保存为第 4 版。')
    await expect.poll(focused).toMatch(/^下移：/u)
    const moved = (await stored(id)).sections[0]?.items
    expect(moved?.[0]?.id).toBe(second?.id)
    expect(moved?.[1]).toMatchObject({ id: first?.id, text: '由我写的一句话。', state: 'edited' })
    await tabTo(/^否决：/u)
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/^取回：/u)
    const all = (await stored(id)).sections.flatMap((section) => section.items)
    expect(all.filter(({ state }) => state === 'rejected')).toHaveLength(1)
  })

  it('takes changes back one after the other, and restores any version', async () => {
    const id = await makeDraft()
    const { title } = await stored(id)
    for (const name of ['第一次改', '第二次改']) {
      await page.getByRole('button', { name: /^修改题目/u }).click()
      await page.getByLabel('题目', { exact: true }).fill(name)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await expect.poll(focused).toMatch(/^修改题目/u)
    }
    const undo = page.getByRole('button', { name: '撤销' })
    await undo.click()
    await page.getByRole('heading', { level: 1, name: '第一次改' }).waitFor()
    await undo.click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    expect(await focused()).toBe('撤销')
    await page.getByRole('button', { name: '版本', exact: true }).click()
    await page.getByRole('button', { name: '恢复到第 3 版' }).click()
    await page.getByRole('heading', { level: 1, name: '第二次改' }).waitFor()
    expect((await stored(id)).version).toBe(6)
  })

  it('keeps what was typed when somebody else was faster', async () => {
    const id = await makeDraft()
    await items()
      .first()
      .getByRole('button', { name: /^修改：/u })
      .click()
    await page.getByLabel(/^内容/u).fill('我正在写的话。')
    const edits = [{ kind: 'title', title: '别人改的题目' }]
    const headers = { 'content-type': 'application/json', 'if-match': '*' }
    const body = JSON.stringify({ edits })
    await fetch(`${server.url}/api/v1/outlines/${id}`, { method: 'PATCH', headers, body })
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '别人改的题目' }).waitFor()
    expect(await said().innerText()).toContain('写的字还在')
    expect(await page.getByLabel(/^内容/u).inputValue()).toBe('我正在写的话。')
    await page.getByRole('link', { name: '文件' }).first().click()
    await page.getByTestId('document-row').first().waitFor()
    await page.goBack()
    expect(await page.getByLabel(/^内容/u).inputValue()).toBe('我正在写的话。')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => said().innerText()).toBe('已保存为第 3 版。')
    expect((await stored(id)).sections[0]?.items[0]?.text).toBe('我正在写的话。')
    expect(faults.splice(0).join()).toContain('412')
  })

  it('asks before it replaces what a person has done, and keeps the other parts', async () => {
    const id = await makeDraft()
    await items()
      .first()
      .getByRole('button', { name: /^否决：/u })
      .click()
    await expect.poll(() => said().innerText()).toBe('已保存为第 2 版。')
    const section = page.getByTestId('draft-section').first()
    await section.getByRole('button', { name: /^重新生成：/u }).click()
    await expect.poll(focused).toBe('不生成')
    expect(await section.innerText()).toContain('这一部分有 1 条')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/^重新生成：/u)
    expect((await stored(id)).version).toBe(2)
    await section.getByRole('button', { name: /^重新生成：/u }).click()
    await section.getByRole('button', { name: '重新生成', exact: true }).click()
    await expect.poll(() => said().innerText()).toBe('已保存为第 3 版。')
    expect((await stored(id)).sections[0]?.items[0]?.state).toBe('draft')
  })

  it('shows only what a person must look at, and goes to each part', async () => {
    const id = await makeDraft()
    const all = await items().count()
    const open = Number(/还有 (\d+) 项/u.exec(await page.locator('.draft-filter').innerText())?.[1])
    await page.getByLabel(/^只看须处理的/u).check()
    expect(await items().count()).toBe(open)
    expect(open).toBeLessThan(all)
    await items()
      .first()
      .getByRole('button', { name: /^采纳：/u })
      .click()
    await expect.poll(() => page.locator('.draft-filter').innerText()).toContain(`还有 ${open - 1} 项`)
    expect(await items().count()).toBe(open)
    const { sections } = await stored(id)
    const last = sections.at(-1)
    await page
      .getByRole('navigation', { name: '提纲目录' })
      .getByRole('link', { name: last?.heading ?? '-' })
      .click()
    expect(await focused()).toContain(last?.heading)
  })

  it('holds a task against the words it goes back to, figures apart', async () => {
    await makeDraft()
    const item = items().filter({ hasText: '〔待定：上年' }).first()
    await item.locator('.draft-difference summary').click()
    await item.locator('.difference').waitFor()
    expect(await item.locator('.draft-difference del.figure, .draft-difference del').count()).toBeGreaterThan(
      0,
    )
    expect(await item.locator('.draft-difference ins').allInnerTexts()).toContain('〔待定：上年')
  })

  it('offers what other bodies do, to be put into a part', async () => {
    const id = await makeDraft()
    const offered = (await stored(id)).borrowable
    await page.getByTestId('draft-borrowable').locator('summary').click()
    const choice = page.getByTestId('draft-borrowable').locator('li').first()
    await choice.getByRole('combobox').selectOption({ index: 1 })
    await choice.getByRole('button', { name: /^采用到这一部分/u }).click()
    await expect.poll(focused).toMatch(/^修改：/u)
    const taken = (await stored(id)).sections[1]?.items.at(-1)
    expect(taken).toMatchObject({ id: offered[0]?.id, status: 'borrowed', state: 'accepted' })
  })

  it('gives a Word file that holds the edited text', async () => {
    await makeDraft()
    await items()
      .first()
      .getByRole('button', { name: /^修改：/u })
      .click()
    await page.getByLabel(/^内容/u).fill('导出时应在的一句话。')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => said().innerText()).toBe('已保存为第 2 版。')
    await page.locator('.draft-export summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Word，出处作批注' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/2023年.*（草稿）\.docx$/u)
    const { text } = await docxReader.read('x.docx', new Uint8Array(readFileSync(await download.path())))
    expect(text).toContain('导出时应在的一句话。')
  })

  it('puts a deleted draft into the bin, from where it comes back or goes for good once that is confirmed', async () => {
    const id = await makeDraft()
    await page.goto(`${server.url}/draft`)
    const list = page.locator('.draft-list')
    await list.waitFor()
    const count = await list.getByRole('link').count()
    await list
      .getByRole('button', { name: /^删除：/u })
      .first()
      .click()
    await expect.poll(() => page.locator('.draft-list').getByRole('link').count()).toBe(count - 1)
    await expect.poll(focused).not.toBe('')
    const statusOf = async () => (await fetch(`${server.url}/api/v1/outlines/${id}`)).status
    expect(await statusOf()).toBe(410)
    const bin = page.getByTestId('recycle-bin')
    await bin.getByText('回收站（1）').click()
    await bin.getByRole('button', { name: /^恢复：/u }).click()
    await expect.poll(() => list.getByRole('link').count()).toBe(count)
    expect(await statusOf()).toBe(200)
    await fetch(`${server.url}/api/v1/outlines/${id}`, { method: 'DELETE' })
    await page.goto(`${server.url}/draft/${id}`)
    await page.getByText('还在回收站里').waitFor()
    await page.getByRole('button', { name: '恢复' }).click()
    await page.getByTestId('draft').waitFor()
    expect(faults.splice(0)).toEqual([expect.stringContaining('410')])
    await page.getByRole('link', { name: '其他提纲' }).click()
    await list.waitFor()
    await list
      .getByRole('button', { name: /^删除：/u })
      .first()
      .click()
    await bin.getByText('回收站（1）').click()
    await bin.getByRole('button', { name: /^彻底删除：/u }).click()
    expect(await bin.innerText()).toContain('不能恢复')
    await bin.getByRole('button', { name: '确认删除' }).click()
    await expect.poll(() => bin.count()).toBe(0)
    expect(await statusOf()).toBe(404)
  })
})
