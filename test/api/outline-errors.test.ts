import { describe, expect, it } from 'vitest'
import type { OutlineEditJson } from '../../src/api/outline-schema.ts'
import { openApi } from './api.ts'
import { firstItem, held, openDraft, problemIn } from './outline.ts'

describe('two writers of one draft', () => {
  it('cannot overwrite each other: the later one is told, and keeps what he wrote', async () => {
    const { made, path, edit, send } = await openDraft()
    const { item } = firstItem(made.outline)
    const rewrite = (text: string): OutlineEditJson => ({
      kind: 'rewrite',
      item_id: item.id,
      heading: item.heading,
      text,
    })
    const [one, other] = await Promise.all([
      edit([rewrite('甲写的。')], made.etag),
      edit([rewrite('乙写的。')], made.etag),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 412])
    const [won, lost] = one.status === 200 ? [one, other] : [other, one]
    expect(await problemIn(lost, 412)).toMatchObject({ type: '/problems/edit_stale' })
    const kept = await held(won)
    expect(await held(await send('GET', path))).toEqual(kept)
    expect(kept.outline.version).toBe(2)
  })

  it('must name the version they saw, for every change', async () => {
    const { path, send, post } = await openDraft()
    const edits = [{ kind: 'title', title: '题' }]
    await problemIn(await send('PATCH', path, { edits }), 428)
    await problemIn(await post(`${path}/restore`, { version: 1 }), 428)
    await problemIn(await post(`${path}/sections/1/regenerate`), 428)
    await problemIn(await send('PATCH', path, { edits }, '"something-else"'), 412)
    await problemIn(await post(`${path}/restore`, { version: 1 }, '"x"'), 412)
    await problemIn(await post(`${path}/sections/1/regenerate`, undefined, '"x"'), 412)
  })
})

describe('a draft that cannot be made', () => {
  it('is refused with what is missing', async () => {
    const { post } = await openDraft()
    const unknown = await problemIn(await post('', { region: '没有这个地方市', year: 2023 }), 422)
    expect(unknown).toMatchObject({ type: '/problems/outline_refused', title: '不能起草' })
    expect(unknown.detail).toContain('没有这个地方市')
    const early = await problemIn(await post('', { region: '慈溪市', year: 2022 }), 422)
    expect(early.detail).toMatch(/2022年(?:以前|之前)/u)
  })

  it.each([
    [{ region: '慈溪市' }],
    [{ year: 2023 }],
    [{ region: '', year: 2023 }],
    [{ region: '慈溪市', year: '明年' }],
    [{ region: '慈溪市', year: 20230 }],
    [{ region: '慈'.repeat(41), year: 2023 }],
    ['{"region":'],
    [[]],
  ])('%j is a bad request', async (body) => {
    const { post } = await openDraft()
    await problemIn(await post('', body), 400)
  })
})

describe('an edit that cannot be done', () => {
  it.each<[string, readonly unknown[]]>([
    ['nothing', []],
    ['an unknown kind', [{ kind: 'explode' }]],
    ['an unknown task', [{ kind: 'state', item_id: 'x', state: 'accepted' }]],
    ['an unknown section', [{ kind: 'section', section_id: 'x', heading: '题' }]],
    ['an unknown state', [{ kind: 'state', item_id: 'x', state: 'adopted' }]],
    ['a section without a name', [{ kind: 'section', section_id: 'x', heading: ' ' }]],
    ['a draft without a title', [{ kind: 'title', title: '' }]],
    ['a level that does not exist', [{ kind: 'level', item_id: 'x', level: 9 }]],
    ['a task that is not offered', [{ kind: 'borrow', item_id: 'x', section_id: 'y', before: null }]],
    ['too long a text', [{ kind: 'rewrite', item_id: 'x', heading: '', text: '长'.repeat(20_001) }]],
    ['too many steps', Array.from({ length: 201 }, () => ({ kind: 'title', title: '题' }))],
  ])('%s changes nothing', async (_name, edits) => {
    const { made, path, send } = await openDraft()
    await problemIn(await send('PATCH', path, { edits }, made.etag), 400)
    expect(await held(await send('GET', path))).toEqual(made)
  })

  it('is all or nothing', async () => {
    const { made, path, edit, send } = await openDraft()
    const { item } = firstItem(made.outline)
    const edits: readonly OutlineEditJson[] = [
      { kind: 'state', item_id: item.id, state: 'accepted' },
      { kind: 'state', item_id: 'x', state: 'accepted' },
    ]
    const { errors } = await problemIn(await edit(edits, made.etag), 400)
    expect(errors).toMatchObject([{ pointer: '/item_id' }])
    expect(await held(await send('GET', path))).toEqual(made)
  })

  it('of more than a megabyte is refused before it is read', async () => {
    const { made, path, send } = await openDraft()
    await problemIn(await send('PATCH', path, { edits: '长'.repeat(400_000) }, made.etag), 413)
  })
})

describe('what a person writes', () => {
  it.each([
    '第一段。\n\n第二段，  两个空格。 第三句',
    '<script>alert(1)</script>。',
    '\u202e倒写\u0000\u0007。',
    "'; DROP TABLE outline; --",
    '👩‍⚕️𠮷\u{e0100}。',
    '据原文，已提前完成全部任务，居全省第一。[1]',
    '〔待定〕',
    `${'很长的一句话'.repeat(3000)}。`,
  ])(
    '%j comes back letter for letter, and is proven by nothing',
    async (text) => {
      const { made, path, edit, send } = await openDraft()
      const { item } = firstItem(made.outline)
      const written: OutlineEditJson = { kind: 'rewrite', item_id: item.id, heading: '', text }
      const changed = await held(await edit([written], made.etag))
      const { item: now } = firstItem(changed.outline)
      expect(now.text).toBe(text.trim())
      expect(now.sentences.map(({ verdict }) => verdict)).not.toContain('quoted')
      expect(now.sentences.map(({ verdict }) => verdict)).not.toContain('proven')
      for (const format of ['md', 'json', 'docx'])
        expect((await send('GET', `${path}/export?format=${format}`)).status).toBe(200)
    },
    20_000,
  )
})

describe('an unknown draft', () => {
  it('is not found at any door', async () => {
    const { send, post, made, path } = await openDraft()
    await problemIn(await send('GET', '/x'), 404)
    await problemIn(await send('DELETE', '/x'), 404)
    await problemIn(await send('PATCH', '/x', { edits: [{ kind: 'title', title: '题' }] }, '"x-1"'), 404)
    for (const door of ['versions', 'compare', 'export'])
      await problemIn(await send('GET', `/x/${door}`), 404)
    await problemIn(await post('/x/restore', { version: 1 }, '*'), 404)
    await problemIn(await post('/x/sections/1/regenerate', undefined, '*'), 404)
    await problemIn(await send('GET', `${path}?version=9`), 404)
    await problemIn(await post(`${path}/restore`, { version: 9 }, made.etag), 404)
    await problemIn(await send('GET', `${path}/compare?with=x`), 404)
    await problemIn(await send('GET', `${path}/export?format=pdf`), 400)
    expect((await send('DELETE', `${path}?forever=true`)).status).toBe(204)
    await problemIn(await send('GET', path), 404)
  })
})

describe('the description of the API', () => {
  it('lists every door of drafts', async () => {
    const { api } = await openApi()
    const { paths } = (await (await api.request('/openapi.json')).json()) as { paths: Record<string, object> }
    const doors = Object.entries(paths).filter(([path]) => path.startsWith('/api/v1/outlines'))
    expect(
      doors.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`)).sort(),
    ).toEqual([
      'delete /api/v1/outlines/{id}',
      'get /api/v1/outlines',
      'get /api/v1/outlines/bin',
      'get /api/v1/outlines/draftable',
      'get /api/v1/outlines/{id}',
      'get /api/v1/outlines/{id}/compare',
      'get /api/v1/outlines/{id}/export',
      'get /api/v1/outlines/{id}/versions',
      'patch /api/v1/outlines/{id}',
      'post /api/v1/outlines',
      'post /api/v1/outlines/bin/{id}/restore',
      'post /api/v1/outlines/{id}/restore',
      'post /api/v1/outlines/{id}/sections/{n}/regenerate',
    ])
  })
})
