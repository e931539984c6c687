import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentTextSchema } from '../../src/api/index.ts'
import {
  draftableSchema,
  outlineComparisonSchema,
  outlineHeadSchema,
  outlineVersionsSchema,
} from '../../src/api/outline-schema.ts'
import { openEmptyApi } from './api.ts'
import { firstItem, held, openDraft, problemIn } from './outline.ts'

const listSchema = z.object({ outlines: z.array(outlineHeadSchema) })

describe('a draft', () => {
  it('is made, has a place of its own, and every citation is the text at its code points', async () => {
    const { api, made, path, send } = await openDraft()
    const { outline } = made
    expect(outline).toMatchObject({
      region: '慈溪市',
      year: 2023,
      version: 1,
      mode: 'extractive',
      model: null,
    })
    expect(outline.sections.length).toBeGreaterThan(1)
    const used = JSON.stringify(outline.sections.flatMap(({ items }) => items.flatMap(({ basis }) => basis)))
    expect(JSON.parse(used).length).toBeGreaterThan(5)
    const texts = new Map<string, string>()
    for (const citation of outline.citations) {
      const id = citation.document_id
      const text =
        texts.get(id) ??
        documentTextSchema.parse(await (await api.request(`/api/v1/documents/${id}/text`)).json()).text
      texts.set(id, text)
      const slice = [...text].slice(citation.start_char_index, citation.end_char_index).join('')
      expect(slice).toBe(citation.cited_text)
      expect(createHash('sha256').update(slice).digest('hex')).toBe(citation.sha256)
    }
    expect(await held(await send('GET', path))).toEqual(made)
    expect(outline.based_on.every(({ is_kept }) => is_kept)).toBe(true)
    expect(outline.aigc.Label).toBe('1')
  })

  it('numbers its citations from one, each once and each in use', async () => {
    const { outline } = (await openDraft()).made
    const sentences = [
      ...outline.opening,
      ...outline.sections.flatMap((section) => [
        ...section.intro_sentences,
        ...section.items.flatMap((item) => item.sentences),
      ]),
      ...outline.borrowable.flatMap((item) => item.sentences),
    ]
    const items = [...outline.sections.flatMap((section) => section.items), ...outline.borrowable]
    const used = [
      ...sentences.flatMap(({ citations }) => citations),
      ...items.flatMap(({ basis }) => basis),
      ...outline.dropped.flatMap(({ basis }) => basis),
    ]
    expect(outline.citations.map(({ id }) => id)).toEqual(outline.citations.map((_, index) => index + 1))
    expect([...new Set(used)].sort((a, b) => a - b)).toEqual(outline.citations.map(({ id }) => id))
    for (const { verdict, citations } of sentences) expect(citations.length > 0).toBe(verdict !== 'unproven')
  })

  it('can be made for every body with a plan, from the plans that are named before', async () => {
    const { send, post } = await openDraft()
    const { bodies } = draftableSchema.parse(await (await send('GET', '/draftable')).json())
    expect(bodies.map(({ region }) => region)).toEqual(['慈溪市', '蓟州区', '青岛市'])
    for (const { region, next_year: year, annual, multi_year } of bodies) {
      const { outline } = await held(await post('', { region, year }), 201)
      const named = [...annual, ...multi_year].map(({ document_id }) => document_id)
      expect(outline.based_on.map(({ id }) => id).sort()).toEqual(named.sort())
    }
    const { outlines } = listSchema.parse(await (await send('GET', '')).json())
    expect(outlines).toHaveLength(4)
  })

  it('is edited, compared and taken back, and no version is lost', async () => {
    const { made, path, edit, send, post } = await openDraft()
    const { item, next } = firstItem(made.outline)
    const text = '由办公室牵头，𠮷日办理。'
    const changed = await held(
      await edit(
        [
          { kind: 'rewrite', item_id: item.id, heading: '我的标题', text },
          { kind: 'state', item_id: next.id, state: 'rejected' },
          { kind: 'title', title: '新的题目' },
        ],
        made.etag,
      ),
    )
    expect(changed.outline).toMatchObject({ version: 2, title: '新的题目' })
    expect(firstItem(changed.outline).item).toMatchObject({ heading: '我的标题', text, state: 'edited' })
    expect(firstItem(changed.outline).item.sentences).toEqual([{ text, verdict: 'unproven', citations: [] }])
    const { changes } = outlineComparisonSchema.parse(
      await (await send('GET', `${path}/compare?with_version=1`)).json(),
    )
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['changed', 'removed'])
    expect(changes.find(({ kind }) => kind === 'changed')?.after).toContain(text)
    const back = await held(await post(`${path}/restore`, { version: 1 }, changed.etag))
    expect(back.outline).toEqual({ ...made.outline, version: 3, saved_at: back.outline.saved_at })
    const { versions } = outlineVersionsSchema.parse(await (await send('GET', `${path}/versions`)).json())
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [3, '恢复到第 1 版'],
      [
        2,
        `改写“${[...item.heading].slice(0, 20).join('')}${[...item.heading].length > 20 ? '…' : ''}”等 3 处`,
      ],
      [1, '起草'],
    ])
    expect((await held(await send('GET', `${path}?version=2`))).outline).toEqual(changed.outline)
  })

  it('has one section made anew, and all others stay byte for byte', async () => {
    const { made, path, edit, post } = await openDraft()
    const { sections } = made.outline
    const spoilt = await held(
      await edit(
        sections.flatMap(({ items }) => {
          const last = items.at(-1)
          return last === undefined
            ? []
            : [{ kind: 'rewrite' as const, item_id: last.id, heading: last.heading, text: '改写了这一条。' }]
        }),
        made.etag,
      ),
    )
    const anew = await held(await post(`${path}/sections/2/regenerate`, undefined, spoilt.etag))
    // The numbers of the citations are those of the whole list, which is another one now.
    const bare = (section: (typeof sections)[number] | undefined) =>
      JSON.stringify(section, (key, value) => (key === 'basis' || key === 'citations' ? undefined : value))
    for (const [index, section] of anew.outline.sections.entries())
      expect(bare(section)).toBe(bare((index === 1 ? made : spoilt).outline.sections[index]))
    await problemIn(await post(`${path}/sections/99/regenerate`, undefined, anew.etag), 404)
  })

  it('can still be read, edited and exported when its source was removed', async () => {
    const { app, library } = openEmptyApi()
    const text = [
      '乐山市2031年卫生健康工作要点',
      '一、强化基层服务',
      '1.加强基层建设。推进乡镇卫生院标准化建设，完善药品供应保障制度。',
      '2.优化签约服务。提高慢性病规范管理水平，落实家庭医生签约服务。',
    ].join('\n')
    const { document } = await library.add('要点.txt', new TextEncoder().encode(text))
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ region: '乐山市', year: 2032 })
    const made = await held(await app.request('/api/v1/outlines', { method: 'POST', headers, body }), 201)
    await app.request(`/api/v1/documents/${document.id}`, { method: 'DELETE' })
    const path = `/api/v1/outlines/${made.outline.id}`
    const kept = await held(await app.request(path))
    expect(kept.outline.sections).toEqual(made.outline.sections)
    expect(kept.outline.citations).toEqual(made.outline.citations)
    expect(kept.outline.based_on).toMatchObject([{ is_kept: false }])
    expect((await app.request(`${path}/export?format=md`)).status).toBe(200)
    const again = await app.request(`${path}/sections/1/regenerate`, {
      method: 'POST',
      headers: { 'if-match': kept.etag },
    })
    await problemIn(again, 422)
  })
})
