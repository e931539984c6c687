import { describe, expect, it } from 'vitest'
import {
  answerSchema,
  conversationSchema,
  conversationSearchSchema,
  createApi,
  discardedPageSchema,
  problemSchema,
} from '../../src/api/index.ts'
import { startAnswer } from '../../src/api/respond.ts'
import { openApi, post } from './api.ts'
import { ASKED, ask } from './asking.ts'

describe('an answer asked for again', () => {
  it('is another version of the first, taken as that was, and later questions lean on it once', async () => {
    const { api } = await openApi()
    const first = await ask(api, ASKED)
    const second = await ask(api, '那医师呢', first.conversation_id)
    const asked = { question: '那医师呢', conversation_id: first.conversation_id, again_of: second.id }
    const again = answerSchema.parse(await (await post(api, '/api/v1/answers', asked)).json())
    expect(again.interpreted.resolved_question).toBe(second.interpreted.resolved_question)
    const third = answerSchema.parse(
      await (await post(api, '/api/v1/answers', { ...asked, again_of: again.id })).json(),
    )
    const response = await api.request(`/api/v1/conversations/${first.conversation_id}`)
    const { turns } = conversationSchema.parse(await response.json())
    expect(turns.map(({ answer_id, again_of }) => [answer_id, again_of])).toEqual([
      [first.id, null],
      [second.id, null],
      [again.id, second.id],
      [third.id, second.id],
    ])
    const after = await ask(api, '青岛呢？', first.conversation_id)
    expect(after.interpreted.resolved_question).toBe('青岛市2022年每千人口医师数要达到多少个？')
    const other = await post(api, '/api/v1/answers', { ...asked, question: '护士呢' })
    expect(other.status).toBe(400)
    const unknown = await post(api, '/api/v1/answers', { ...asked, again_of: 'none' })
    expect(unknown.status).toBe(404)
    const outside = await post(api, '/api/v1/answers', { question: ASKED, again_of: first.id })
    expect(outside.status).toBe(404)
  })
})

describe('the recycle bin', () => {
  it('holds a deleted conversation for thirty days, from where it comes back whole', async () => {
    let now = new Date('2026-03-01T08:00:00Z')
    const { deps } = await openApi()
    const api = createApi({ ...deps, now: () => now })
    const bin = async () => {
      const response = await api.request('/api/v1/conversations/bin')
      return discardedPageSchema.parse(await response.json()).conversations
    }
    const answer = await ask(api, ASKED)
    const path = `/api/v1/conversations/${answer.conversation_id}`
    expect((await api.request(path, { method: 'DELETE' })).status).toBe(204)
    const gone = await api.request(path)
    expect(gone.status).toBe(410)
    expect(problemSchema.parse(await gone.json()).detail).toContain('回收站')
    expect((await api.request(path, { method: 'DELETE' })).status).toBe(404)
    const asked = { question: '那医师呢', conversation_id: answer.conversation_id }
    expect((await post(api, '/api/v1/answers', asked)).status).toBe(410)
    expect(await bin()).toMatchObject([
      { title: ASKED, discarded_at: now.toISOString(), erased_on: '2026-03-31T08:00:00.000Z' },
    ])
    expect((await api.request(`${path}/restore`, { method: 'POST' })).status).toBe(200)
    expect((await api.request(`${path}/restore`, { method: 'POST' })).status).toBe(404)
    const restored = conversationSchema.parse(await (await api.request(path)).json())
    expect(restored.turns.map((turn) => turn.answer)).toEqual([answer])
    await api.request(path, { method: 'DELETE' })
    now = new Date('2026-03-31T07:59:59Z')
    expect(await bin()).toHaveLength(1)
    now = new Date('2026-03-31T08:00:00Z')
    await api.request('/api/v1/conversations')
    expect(await bin()).toEqual([])
    expect((await api.request(`/api/v1/answers/${answer.id}`)).status).toBe(404)
  })

  it('takes in an answer that was still under way', async () => {
    const { api, deps } = await openApi()
    const { conversation_id: id } = await ask(api, ASKED)
    const asked = { question: '那医师呢', filters: {}, conversation: { id: id ?? '' } }
    const run = startAnswer(asked, deps)
    await api.request(`/api/v1/conversations/${id}`, { method: 'DELETE' })
    await run.ended
    await api.request(`/api/v1/conversations/${id}/restore`, { method: 'POST' })
    const response = await api.request(`/api/v1/conversations/${id}`)
    const { turns } = conversationSchema.parse(await response.json())
    expect(turns.map(({ answer }) => answer?.id)).toEqual([expect.any(String), run.id])
  })

  it('is emptied of one conversation at once, with its answers', async () => {
    const { api } = await openApi()
    const answer = await ask(api, ASKED)
    const path = `/api/v1/conversations/${answer.conversation_id}`
    await api.request(path, { method: 'DELETE' })
    expect((await api.request(`/api/v1/answers/${answer.id}`)).status).toBe(200)
    expect((await api.request(`${path}?forever=true`, { method: 'DELETE' })).status).toBe(204)
    expect((await api.request(`/api/v1/answers/${answer.id}`)).status).toBe(404)
    expect((await api.request(`${path}?forever=true`, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('a search in conversations', () => {
  it('finds words in questions, answers and titles, in either script and any case', async () => {
    const { api } = await openApi()
    const first = await ask(api, ASKED)
    const second = await ask(api, '青岛到2024年三级医院要达到多少家？')
    const id = second.conversation_id ?? ''
    const search = async (query: string) => {
      const response = await api.request(`/api/v1/conversations/search?query=${encodeURIComponent(query)}`)
      return conversationSearchSchema.parse(await response.json()).found
    }
    expect(await search('托位数 慈溪')).toMatchObject([
      { conversation: { id: first.conversation_id }, turn: { answer_id: first.id, question: ASKED } },
    ])
    const [found] = await search('三級醫院總數')
    expect(found).toMatchObject({ conversation: { id }, turn: { answer_id: second.id } })
    expect(found?.turn?.excerpt).toContain('三级医院总数')
    await api.request(`/api/v1/conversations/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'ICU 备忘' }),
    })
    expect(await search('icu')).toMatchObject([{ conversation: { id, title: 'ICU 备忘' }, turn: null }])
    expect(await search('不存在的词')).toEqual([])
    await api.request(`/api/v1/conversations/${id}`, { method: 'DELETE' })
    expect(await search('三级医院')).toEqual([])
    expect((await api.request('/api/v1/conversations/search?query=%20')).status).toBe(400)
  })
})
