import { describe, expect, it } from 'vitest'
import { docxReader } from '../../src/adapter/word/index.ts'
import { outlineSchema } from '../../src/api/outline-schema.ts'
import { openApi } from './api.ts'
import { firstItem, held, openDraft, problemIn } from './outline.ts'

describe('a draft as a file', () => {
  it('is the very object of the API as JSON', async () => {
    const { made, path, send } = await openDraft()
    const file = await send('GET', `${path}/export?format=json`)
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(made.outline.title))
    expect(outlineSchema.strict().parse(await file.json())).toEqual(made.outline)
  })

  it('holds every shown sentence, in Markdown as in Word, read again', async () => {
    const { made, path, edit, send } = await openDraft()
    const { item, next } = firstItem(made.outline)
    const { outline } = await held(
      await edit(
        [
          { kind: 'rewrite', item_id: item.id, heading: '改过的标题', text: '改过的一句话。' },
          { kind: 'state', item_id: next.id, state: 'rejected' },
        ],
        made.etag,
      ),
    )
    const shown = outline.sections.flatMap(({ items }) => items.filter(({ number }) => number !== ''))
    expect(shown.length).toBeGreaterThan(5)
    const markdown = await (await send('GET', `${path}/export?format=md`)).text()
    for (const mode of ['comments', 'annex', 'clean']) {
      const bytes = new Uint8Array(
        await (await send('GET', `${path}/export?format=docx&mode=${mode}`)).arrayBuffer(),
      )
      const { text } = await docxReader.read('draft.docx', bytes)
      const bare = (words: string) => words.replaceAll(/[\s\\]/gu, '')
      for (const { heading, sentences } of shown)
        for (const words of [heading, ...sentences.map((sentence) => sentence.text)]) {
          expect(bare(text)).toContain(bare(words))
          expect(bare(markdown)).toContain(bare(words))
        }
      expect(text).toContain('改过的一句话。')
      expect(text).not.toContain(next.heading || next.text)
    }
  })

  it('can be one of an older version', async () => {
    const { made, path, edit, send } = await openDraft()
    await edit([{ kind: 'title', title: '新的题目' }], made.etag)
    const text = await (await send('GET', `${path}/export?format=md&version=1`)).text()
    expect(text).toContain(made.outline.title)
    expect(text).not.toContain('新的题目')
  })

  it('is no Word file where none are written, which is said in plain words', async () => {
    const { api } = await openApi()
    const response = await api.request('/api/v1/outlines', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ region: '慈溪市', year: 2023 }),
    })
    const { outline } = await held(response, 201)
    const refused = await api.request(`/api/v1/outlines/${outline.id}/export`)
    expect((await problemIn(refused, 400)).detail).toBe('这里不能导出 Word，请选 Markdown 或 JSON。')
  })
})
