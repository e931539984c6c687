import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  answerSchema,
  conversationPageSchema,
  conversationSchema,
  feedbackPageSchema,
  problemSchema,
  traceSchema,
} from '../../src/api/index.ts'
import { startAnswer } from '../../src/api/respond.ts'
import { openApi, post, seedDocuments } from './api.ts'
import { ASKED, ask } from './asking.ts'

describe('a conversation', () => {
  it('holds its questions in order with what they were taken for and the whole answers', async () => {
    const { api } = await openApi()
    const first = await ask(api, ASKED)
    const second = await ask(api, '那医师呢', first.conversation_id)
    const third = await ask(api, '今天天气怎么样？', first.conversation_id)
    const fourth = await ask(api, '青岛呢？', first.conversation_id)
    expect(new Set([second, third, fourth].map((one) => one.conversation_id))).toEqual(
      new Set([first.conversation_id]),
    )
    expect(first.interpreted.resolved_question).toBeNull()
    expect(second.question).toBe('那医师呢')
    expect(second.interpreted.resolved_question).toBe('慈溪市2022年每千人口医师数要达到多少个？')
    expect(second.citations[0]?.cited_text).toContain('2.9')
    expect(fourth.interpreted.resolved_question).toBe('青岛市2022年每千人口医师数要达到多少个？')
    const response = await api.request(`/api/v1/conversations/${first.conversation_id}`)
    const conversation = z.strictObject(conversationSchema.shape).parse(await response.json())
    expect(conversation).toMatchObject({ title: ASKED, pinned: false })
    expect(conversation.turns.map(({ question }) => question)).toEqual([
      ASKED,
      '那医师呢',
      '今天天气怎么样？',
      '青岛呢？',
    ])
    expect(conversation.turns.map(({ answer }) => answer)).toEqual([first, second, third, fourth])
    expect(conversation.turns[2]?.understood).toBeNull()
  })

  it('stays removed when it is removed for good while a question of it is being answered', async () => {
    const { api, deps } = await openApi()
    const { conversation_id: id } = await ask(api, ASKED)
    const asked = { question: '那医师呢', filters: {}, conversation: { id: id ?? '' } }
    const run = startAnswer(asked, deps)
    expect((await api.request(`/api/v1/conversations/${id}?forever=true`, { method: 'DELETE' })).status).toBe(
      204,
    )
    expect((await run.ended).kind).toBe('completed')
    expect((await api.request(`/api/v1/conversations/${id}`)).status).toBe(404)
    for (const path of ['', '/trace'])
      expect((await api.request(`/api/v1/answers/${run.id}${path}`)).status).toBe(404)
  })

  it.each(['？？？', '\u0000\u200b', ' \n'])(
    'never begins with a question without words: %j',
    async (question) => {
      const { api } = await openApi()
      expect((await post(api, '/api/v1/answers', { question })).status).toBe(400)
    },
  )

  it('takes a question as it stands when it is told to', async () => {
    const { api } = await openApi()
    const { conversation_id } = await ask(api, ASKED)
    const asked = { question: '那医师呢', conversation_id, standalone: true }
    const answer = answerSchema.parse(await (await post(api, '/api/v1/answers', asked)).json())
    expect(answer.interpreted.resolved_question).toBeNull()
    expect(answer.conversation_id).toBe(conversation_id)
  })

  it('answers a follow-up as it answers the whole question', async () => {
    const { api } = await openApi()
    const { conversation_id } = await ask(api, ASKED)
    const followUp = await ask(api, '那医师呢', conversation_id)
    const whole = await ask(api, followUp.interpreted.resolved_question ?? '')
    expect(followUp.sentences).toEqual(whole.sentences)
    expect(followUp.citations).toEqual(whole.citations)
    expect(followUp.scope).toEqual(whole.scope)
  })

  it('lets a later question lean on the place and year that were set by hand', async () => {
    const { api } = await openApi()
    const filters = { regions: ['慈溪市'], years: [2022] }
    const asked = { question: '每千人口托位数要达到多少个？', filters }
    const first = answerSchema.parse(await (await post(api, '/api/v1/answers', asked)).json())
    const second = await ask(api, '那医师呢', first.conversation_id)
    expect(second.interpreted.resolved_question).toBe('慈溪市2022年每千人口医师数要达到多少个？')
  })

  it('asks what is meant when a question leans on nothing', async () => {
    const { api } = await openApi()
    const answer = await ask(api, '它的目标值是多少？')
    expect(answer).toMatchObject({ kind: 'refused', refusal: { reason: 'unclear' }, citations: [] })
    expect(answer.text).toContain('写全')
    const after = await ask(api, '具体有哪些', answer.conversation_id)
    expect(after.refusal?.reason).toBe('unclear')
  })

  it('is not entered by questions that name another, and an unknown one is refused', async () => {
    const { api } = await openApi()
    const one = await ask(api, ASKED)
    const other = await ask(api, '慈溪呢')
    expect(other.conversation_id).not.toBe(one.conversation_id)
    expect(other.interpreted.resolved_question).toBeNull()
    const response = await post(api, '/api/v1/answers', { question: '慈溪呢', conversation_id: 'none' })
    expect(response.status).toBe(404)
    expect(problemSchema.parse(await response.json()).detail).toContain('对话')
  })

  it('is listed page by page, renamed, pinned and removed with its answers', async () => {
    const { api, deps } = await openApi()
    const answers = []
    for (let at = 0; at < 5; at++) answers.push(await ask(api, `${ASKED}第${at}问`))
    const ids = answers.map(({ conversation_id }) => conversation_id ?? '')
    const edit = (id: string, body: unknown) =>
      api.request(`/api/v1/conversations/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await edit(ids[1] ?? '', { pinned: true, title: '托位' })).status).toBe(200)
    expect((await edit(ids[1] ?? '', { title: ' ' })).status).toBe(400)
    expect((await edit('none', { title: '甲' })).status).toBe(404)
    const seen: string[] = []
    let path: string | undefined = '/api/v1/conversations?limit=2'
    while (path !== undefined) {
      const response: Response = await api.request(path)
      const page = z.strictObject(conversationPageSchema.shape).parse(await response.json())
      seen.push(...page.conversations.map(({ title }) => title))
      path = /<(?<next>[^>]+)>/u.exec(response.headers.get('link') ?? '')?.groups?.next
      expect(path === undefined).toBe(page.next_cursor === null)
    }
    expect(seen).toEqual(['托位', ...[4, 3, 2, 0].map((at) => `${ASKED}第${at}问`)])
    expect((await api.request('/api/v1/conversations?cursor=x1')).status).toBe(400)
    const removed = await api.request(`/api/v1/conversations/${ids[1]}?forever=true`, { method: 'DELETE' })
    expect(removed.status).toBe(204)
    for (const gone of [
      `conversations/${ids[1]}`,
      `answers/${answers[1]?.id}`,
      `answers/${answers[1]?.id}/trace`,
    ])
      for (const accept of ['application/json', 'text/event-stream'])
        expect((await api.request(`/api/v1/${gone}`, { headers: { accept } })).status).toBe(404)
    expect(deps.answers.get(answers[0]?.id ?? '')).toBeDefined()
  })
})

describe('the trace of an answer', () => {
  it('says what was understood, looked at and why it was used or not, and by which versions', async () => {
    const { api, deps } = await openApi()
    const answer = await ask(api, '青岛市2021年和2022年工作要点都怎么说家庭医生？')
    const response = await api.request(`/api/v1/answers/${answer.id}/trace`)
    const text = await response.text()
    const trace = z.strictObject(traceSchema.shape).parse(JSON.parse(text))
    expect(trace).toMatchObject({
      answer_id: answer.id,
      interpreted: answer.interpreted,
      verdicts: answer.sentences,
    })
    expect(trace.versions).toMatchObject({ corpus: deps.desk().corpus.version, embedder: deps.embedderId })
    expect(trace.searches.length).toBeGreaterThan(1)
    const candidates = trace.searches.flatMap((search) => search.candidates)
    const outcomes = new Set(candidates.map(({ outcome }) => outcome))
    expect(outcomes.has('used')).toBe(true)
    expect(outcomes.size).toBeGreaterThan(1)
    for (const { document_id, start_char_index: at } of answer.citations)
      expect(
        candidates.some(
          (one) =>
            one.outcome === 'used' && one.document_id === document_id && one.start <= at && at < one.end,
        ),
      ).toBe(true)
    for (const { passage_id, document_id, start, end } of candidates) {
      const document = seedDocuments.find(({ id }) => id === document_id)
      const passage = document?.passages.find(({ id }) => id === passage_id)
      expect([...(document?.text ?? '')].slice(start, end).join('')).toBe(
        document?.text.slice(passage?.start, passage?.end),
      )
    }
    expect(await (await api.request(`/api/v1/answers/${answer.id}/trace`)).text()).toBe(text)
  })

  it('stays small, whatever was compared', async () => {
    const { api, deps } = await openApi()
    const answer = await ask(
      api,
      '各市2021年、2022年、2023年和2024年的家庭医生、托位、疾控、中医、急救、医保分别怎么安排？',
    )
    expect(deps.answers.trace(answer.id)?.length).toBeLessThan(200_000)
  })
})

describe('feedback', () => {
  it('is kept with what it is about, also when the answer is gone', async () => {
    const { api, deps } = await openApi()
    const answer = await ask(api, ASKED)
    const about = { answer_id: answer.id, sentence: 0, verdict: 'wrong_source', note: '应引第二段' }
    const response = await post(api, '/api/v1/feedback', about)
    expect(response.status).toBe(201)
    await post(api, '/api/v1/feedback', { answer_id: answer.id, verdict: 'right' })
    deps.answers.remove([answer.id])
    const list = await api.request('/api/v1/feedback?limit=1')
    const page = z.strictObject(feedbackPageSchema.shape).parse(await list.json())
    expect(page.feedback).toMatchObject([{ verdict: 'right', sentence: null, sentence_text: null, note: '' }])
    const rest = await api.request(`/api/v1/feedback?limit=1&cursor=${page.next_cursor}`)
    const last = feedbackPageSchema.parse(await rest.json())
    expect(last).toMatchObject({
      feedback: [{ ...about, question: ASKED, sentence_text: answer.sentences[0]?.text }],
      next_cursor: null,
    })
  })

  it.each([
    [{ answer_id: 'none', verdict: 'right' }, 404],
    [{ answer_id: '', sentence: 99, verdict: 'wrong' }, 400],
    [{ answer_id: '', verdict: 'perhaps' }, 400],
    [{ answer_id: '', verdict: 'wrong', note: '长'.repeat(2001) }, 400],
  ])('is refused when it fits no answer: %o', async (said, status) => {
    const { api } = await openApi()
    const { id } = await ask(api, ASKED)
    const response = await post(api, '/api/v1/feedback', { ...said, answer_id: said.answer_id || id })
    expect(response.status).toBe(status)
  })
})
