import { describe, expect, it } from 'vitest'
import {
  answerSchema,
  documentTextSchema,
  inspectionSchema,
  locationSchema,
  problemSchema,
  versionsSchema,
} from '../../src/api/index.ts'
import { openEmptyApi } from './api.ts'

const PLAN = [
  '乐山市2031年卫生健康工作要点',
  '一、强化𠮷基层服务',
  '1.加强基层建设。全市建成社区医院6家，推进乡镇卫生院标准化建设，完善药品供应保障制度。',
  '2.优化签约服务。重点人群签约率达到75%以上，提高慢性病规范管理水平，群众满意度持续提升。',
  '打印本页',
].join('\n')

async function openApi() {
  const { app, library, changes } = openEmptyApi()
  const add = async (text: string, file = '要点.txt') =>
    (await library.add(file, new TextEncoder().encode(text))).document.id
  const id = await add(PLAN)
  const etag = async () => (await app.request(`/api/v1/documents/${id}`)).headers.get('etag') ?? ''
  const patch = async (body: unknown, match?: string | null) =>
    app.request(`/api/v1/documents/${id}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        ...(match === null ? {} : { 'if-match': match ?? (await etag()) }),
      },
      body: JSON.stringify(body),
    })
  const text = async (of: string) =>
    documentTextSchema.parse(await (await app.request(`/api/v1/documents/${of}/text`)).json())
  return { app, id, add, etag, patch, text, changes }
}

describe('a correction', () => {
  it('of place and years is used by the next question', async () => {
    const { app, patch, changes } = await openApi()
    const ask = async () => {
      const body = JSON.stringify({ question: '犍为县2032年要建成社区医院多少家？' })
      const headers = { 'content-type': 'application/json' }
      return answerSchema.parse(
        await (await app.request('/api/v1/answers', { method: 'POST', body, headers })).json(),
      )
    }
    expect((await ask()).kind).toBe('refused')
    const response = await patch({ metadata: { jurisdiction: { name: '犍为县' }, years: [2032, 2032] } })
    expect(response.status).toBe(200)
    const corrected = inspectionSchema.parse(await response.json())
    expect(corrected.metadata.jurisdiction).toEqual({
      value: { name: '犍为县', level: 'county', parent: '乐山市' },
      evidence: null,
      inferred: false,
    })
    expect(corrected.correction?.metadata).toContainEqual({ field: 'years', read: [2031, 2031] })
    expect((await ask()).text).toContain('6家')
    expect(changes()).toBe(1)
  })

  it('gives excluded words back, counted in code points, and takes others out', async () => {
    const { id, patch, text } = await openApi()
    const before = await text(id)
    expect(before.excluded.map((range) => range.text)).toEqual(['打印本页'])
    const [range] = before.excluded
    if (range === undefined) throw new Error('nothing excluded')
    const satisfied = [...PLAN].join('').indexOf('群众满意度')
    const start = [...PLAN.slice(0, satisfied)].length
    await patch({
      exclusions: [
        { ...range, excluded: false },
        { start, end: start + 5, excluded: true },
      ],
    })
    const after = await text(id)
    expect(after.restored.map((one) => one.text)).toEqual(['打印本页'])
    expect(after.excluded).toEqual([{ start, end: start + 5, text: '群众满意度', reason: 'by_person' }])
    expect(after.etag).not.toBe(before.etag)
  })

  it('can be taken back to what was read', async () => {
    const { id, patch, text } = await openApi()
    const before = await text(id)
    await patch({ metadata: { title: '别的标题', issuer: '某局' } })
    expect((await text(id)).title).toBe('别的标题')
    expect((await patch({ revert: ['title', 'issuer'] })).status).toBe(200)
    expect(await text(id)).toEqual(before)
  })

  it('needs the tag of what it was made from, and that of now', async () => {
    const { patch, etag } = await openApi()
    const change = { metadata: { issuer: '某局' } }
    expect((await patch(change, null)).status).toBe(428)
    const old = await etag()
    expect((await patch(change, old)).status).toBe(200)
    const stale = await patch({ metadata: { issuer: '别局' } }, old)
    expect(stale.status).toBe(412)
    expect(problemSchema.parse(await stale.json()).detail).toContain('刷新')
  })

  it.each<[string, unknown, string]>([
    ['a place several have the name of', { metadata: { jurisdiction: { name: '鼓楼区' } } }, '不止一个'],
    ['an unknown place without a level', { metadata: { jurisdiction: { name: '某某新区' } } }, '级别'],
    ['years in the wrong order', { metadata: { years: [2032, 2031] } }, '请求内容'],
    ['a day that does not exist', { metadata: { issued_on: '2031-02-30' } }, '请求内容'],
    ['an unknown field', { metadata: { colour: 'red' } }, '请求内容'],
    ['a range behind the end', { exclusions: [{ start: 0, end: 9999, excluded: true }] }, '不在文件之内'],
    [
      'nothing left to read',
      { exclusions: [{ start: 0, end: [...PLAN].length, excluded: true }] },
      '没有正文',
    ],
  ])('is refused in plain words for %s', async (_, body, words) => {
    const { patch, id, text } = await openApi()
    const before = await text(id)
    const response = await patch(body)
    expect(response.status).toBe(400)
    expect(problemSchema.parse(await response.json()).detail).toContain(words)
    expect(await text(id)).toEqual(before)
  })
})

describe('an older version', () => {
  it('is still there for its citations, and says where their words stand now', async () => {
    const { app, id, add, text } = await openApi()
    const newer = await add(PLAN.replace('75%', '78%').replace('一、强化', '前言。\n一、强化'))
    const old = await text(id)
    expect(old.superseded_by).toBe(newer)
    const locate = async (words: string) => {
      const start = [...PLAN.slice(0, PLAN.indexOf(words))].length
      const query = `start=${start}&end=${start + [...words].length}`
      const response = await app.request(`/api/v1/documents/${id}/location?${query}`)
      return { start, location: locationSchema.parse(await response.json()) }
    }
    const moved = await locate('建成社区医院6家')
    expect(moved.location).toEqual({
      status: 'moved',
      document_id: newer,
      start: moved.start + 4,
      end: moved.start + 12,
    })
    expect((await locate('达到75%以上')).location).toMatchObject({
      status: 'changed',
      document_id: newer,
      start: null,
    })
    expect((await app.request(`/api/v1/documents/${id}/location?start=5&end=99999`)).status).toBe(400)
    const { documents } = (await (await app.request('/api/v1/documents')).json()) as {
      documents: { id: string }[]
    }
    expect(documents.map((one) => one.id)).toEqual([newer])
  })

  it('is listed with the newer one, and gone with it', async () => {
    const { app, id, add } = await openApi()
    const newer = await add(PLAN.replace('75%', '78%'))
    const copy = await add(`首页 > 要闻\n${PLAN.replace('75%', '78%')}`, '转载.txt')
    const response = await app.request(`/api/v1/documents/${id}/versions`)
    const { versions, near_duplicates } = versionsSchema.parse(await response.json())
    expect(versions.map((version) => [version.id, version.is_current])).toEqual([
      [newer, true],
      [id, false],
    ])
    expect(near_duplicates.map((near) => near.id)).toEqual([copy])
    expect((await app.request(`/api/v1/documents/${newer}`, { method: 'DELETE' })).status).toBe(204)
    for (const gone of [id, newer]) expect((await app.request(`/api/v1/documents/${gone}`)).status).toBe(404)
  })
})
