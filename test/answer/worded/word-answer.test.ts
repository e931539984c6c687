import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerEvent, answerEvents, ask, type Desk } from '../../../src/answer/index.ts'
import { PROMPT_FILES, parsePrompt } from '../../../src/prompt/index.ts'
import { endless as babble, until } from '../../contract/chat-model.contract.ts'
import { deskOver } from '../../desk.ts'
import { honest, sloppy } from '../../model-server/author.ts'
import { eventsOf } from '../../model-server/measure.ts'
import { seeded } from '../../model-server/random.ts'
import { draftJson, readRequest } from '../../model-server/request-reader.ts'
import { chunkOf, type Play, startStream, writing } from '../../model-server/server.ts'
import { author, modelOf, OWN, PLAN, QUESTION, sentencesTold, soundAnswer } from './plan.ts'

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': PLAN })
})

async function run(play: Play, question = QUESTION, signal?: AbortSignal) {
  const { chat, server } = await modelOf(play)
  const events = await eventsOf(answerEvents(question, {}, desk, { chat, signal }))
  return { events, server, answer: soundAnswer(events, desk) }
}

describe('an answer in the words of a model', () => {
  it('holds its proven sentences, names the model and the prompt, and tells the sources first', async () => {
    const { events, answer } = await run(
      author((_, labelOf) => [
        { text: '2023年全市建成社区医院6家', labels: [labelOf('社区医院')] },
        { text: '新配备救护车12辆', labels: [labelOf('救护车')] },
      ]),
    )
    expect(events.map(({ kind }) => kind)).toEqual(['sources', 'sentence', 'rejected', 'completed'])
    expect(answer.sentences).toMatchObject([{ text: '2023年全市建成社区医院6家。' }])
    expect(answer.wording).toMatchObject({
      mode: 'model',
      model: 'm',
      state: 'complete',
      notice: null,
      rejected: [{ text: '新配备救护车12辆。', checks: [{ kind: 'question', ok: false }] }],
      prompt: { id: 'answer', version: parsePrompt(PROMPT_FILES.answer ?? '').version },
    })
  })

  it('is never asked for what the originals do not hold', async () => {
    const { chat, server } = await modelOf(honest)
    const events = await eventsOf(answerEvents('乐山2023年要建成几家图书馆？', {}, desk, { chat }))
    expect(events.at(-1)).toMatchObject({ answer: { kind: 'refused', wording: { mode: 'extractive' } } })
    expect(server.requests).toEqual([])
  })

  it('shows a sentence while the next is still being written', async () => {
    const { chat } = await modelOf((request, response) => {
      const { passages } = readRequest(request)
      const labels = passages.map(({ label }) => label)
      startStream(response)
      response.write(chunkOf({ content: draftJson([{ text: OWN, labels }]).slice(0, -2) }))
    })
    const stopping = new AbortController()
    const events: AnswerEvent[] = []
    for await (const event of answerEvents(QUESTION, {}, desk, { chat, signal: stopping.signal })) {
      events.push(event)
      if (event.kind === 'sentence') stopping.abort()
    }
    expect(sentencesTold(events)).toEqual([OWN])
    expect(soundAnswer(events, desk).wording).toMatchObject({ mode: 'model', state: 'stopped', rejected: [] })
  })

  it('gives out no reference marks but its own', async () => {
    const { answer } = await run(
      author((_, labelOf) => {
        const label = labelOf('社区医院')
        return [{ text: `全市建成社区医院6家[1]【2】（${label}）[${label}]。`, labels: [label] }]
      }),
    )
    expect(answer.sentences.map(({ text }) => text)).toEqual([OWN])
  })

  it.each([
    ['an image', '全市建成社区医院6家![](http://127.0.0.1/x.png)'],
    ['a link', '全市[建成](http://127.0.0.1/)社区医院6家'],
    ['an address', '全市建成社区医院6家，见 www.example.com'],
    ['markup', '全市建成社区医院<b>6</b>家'],
    ['a seal', '全市建成社区医院6家✓'],
    ['a claim of verification', '全市建成社区医院6家（已核验）'],
    ['a key', '全市建成社区医院6家，密钥为 sk-abcdefghijklmnop'],
    ['broken characters', '全市建成社区医院6家\ufffd'],
  ])('neither holds nor repeats a sentence with %s', async (_, text) => {
    const { answer } = await run(author((__, labelOf) => [{ text, labels: [labelOf('社区医院')] }]))
    expect(answer).toMatchObject({ sentences: [{ text: OWN }], wording: { mode: 'extractive' } })
    expect(answer.wording.rejected).toMatchObject([{ verdict: 'unproven', checks: [{ kind: 'form' }] }])
    expect(JSON.stringify(answer.wording)).not.toMatch(/127\.0\.0\.1|example|<b>|✓|（已核验|sk-|\ufffd/u)
  })

  it('rests on the passages a sentence names and on no others', async () => {
    const away = await run(author((_, labelOf) => [{ text: OWN, labels: [labelOf('健康素养')] }]))
    const invented = await run(author(() => [{ text: OWN, labels: ['p1'] }]))
    for (const { answer } of [away, invented])
      expect(answer).toMatchObject({
        sentences: [{ text: OWN }],
        wording: { mode: 'extractive', model: null },
      })
  })

  it('tells after it in the words of the original what the model leaves out', async () => {
    const { answer } = await run(
      author((_, labelOf) => [{ text: '门诊次均费用增幅控制在5%以内', labels: [labelOf('次均费用')] }]),
      '乐山2023年门诊、住院次均费用增幅分别控制在多少以内？',
    )
    expect(answer.sentences.at(-1)?.text).toBe('门诊、住院次均费用增幅分别控制在5%、4%以内。')
  })

  it('mends what failed in one more round, told why and by which words', async () => {
    const { answer, server } = await run(
      author((seen, labelOf) =>
        seen.broken.length === 0
          ? [{ text: '全市建成社区医院7家', labels: [labelOf('社区医院')] }]
          : seen.broken.map(({ id, nearest }) => ({
              text: nearest,
              labels: [labelOf(nearest)],
              replaces: id,
            })),
      ),
    )
    expect(server.requests).toHaveLength(2)
    expect(readRequest(server.requests[1] ?? never())).toMatchObject({
      broken: [{ text: '全市建成社区医院7家。', nearest: expect.stringContaining('社区医院6家') }],
    })
    expect(answer.wording).toMatchObject({ mode: 'model', rejected: [] })
  })

  it('lists what could not be mended, with the reason and the nearest place', async () => {
    const { events, answer, server } = await run(
      author((seen, labelOf) => [
        {
          text: '全市建成社区医院7家',
          labels: [labelOf('社区医院')],
          ...(seen.broken[0] ? { replaces: 's1' } : {}),
        },
      ]),
    )
    expect(server.requests).toHaveLength(2)
    expect(events.filter(({ kind }) => kind === 'rejected')).toHaveLength(1)
    expect(answer.wording.rejected).toMatchObject([
      {
        text: '全市建成社区医院7家。',
        verdict: 'contradicted',
        nearest: { quote: expect.stringContaining('6家') },
      },
    ])
    expect(answer.wording.notice).toContain('没有通过')
    expect(answer.sentences).toMatchObject([{ text: OWN }])
  })

  it('keeps to the year that was asked about', async () => {
    const years = await deskOver({
      'a.txt': PLAN.replace('社区医院6家', '社区医院6家,2025年建成社区医院9家'),
    })
    const { chat } = await modelOf(
      author((_, labelOf) => [{ text: '2025年建成社区医院9家', labels: [labelOf('社区医院')] }]),
    )
    const answer = soundAnswer(await eventsOf(answerEvents(QUESTION, {}, years, { chat })), years)
    expect(answer.sentences.map(({ text }) => text).join()).not.toContain('9家')
  })

  it('leaves a list as code made it when the model leaves anything out', async () => {
    const question = '乐山2023年提升服务能力有哪些工作？'
    const own = await ask(question, {}, desk)
    const { answer } = await run(
      author((_, labelOf) => [{ text: '推进项目建设', labels: [labelOf('项目建设')] }]),
      question,
    )
    expect(answer.interpreted.kind).toBe('list')
    expect(answer.sentences).toEqual(own.kind === 'answered' ? own.sentences : [])
  })

  it('words a list as a whole', async () => {
    const question = '乐山2023年提升服务能力有哪些工作？'
    const own = await ask(question, {}, desk)
    const all = own.kind === 'answered' ? own.sentences : []
    const sentences = all.filter(({ verdict }) => verdict === 'quoted')
    expect(sentences.length).toBeGreaterThan(1)
    const { answer } = await run(
      author((_, labelOf) =>
        sentences.map(({ text, citations: [first] }) => ({
          text: text.replace('推进', '推动'),
          labels: [labelOf(first?.quote ?? '')],
        })),
      ),
      question,
    )
    expect(answer.wording).toMatchObject({ mode: 'model', notice: null })
    expect(answer.sentences.map(({ text }) => text).join()).toContain('推动项目建设')
  })

  it('says whose words they are where code saw the need to', async () => {
    const two = await deskOver({
      'a.txt': PLAN,
      'b.txt': PLAN.replaceAll('2023', '2024').replace('6家', '9家'),
    })
    const { chat } = await modelOf(
      author((seen) =>
        seen.passages
          .filter(({ text }) => text.includes('社区医院'))
          .map(({ text, label }) => ({
            text: `全市建成社区医院${text.includes('9家') ? 9 : 6}家`,
            labels: [label],
          })),
      ),
    )
    const events = await eventsOf(answerEvents('乐山要建成几家社区医院？', {}, two, { chat }))
    const answer = soundAnswer(events, two)
    expect(answer.wording.mode).toBe('model')
    expect(answer.sentences.map(({ text }) => text).sort()).toEqual([
      '乐山市2023年：全市建成社区医院6家。',
      '乐山市2024年：全市建成社区医院9家。',
    ])
  })

  it.each([
    ['prose', writing(() => '社区医院要建成6家。')],
    ['nothing in it', writing(() => '{"sentences":[]}')],
    ['other fields', writing(() => '{"answer":"6家"}')],
    ['half an object', writing(() => '{"sentences":[{"text":"全市建成')],
    ['wrong types', writing(() => '{"sentences":[{"text":6,"labels":"a"}]}')],
    ['braces without end', writing(() => '{'.repeat(20_000))],
    ['the same again and again', writing(() => `{"sentences":[${'{"text":"好","labels":[]},'.repeat(3000)}`)],
    ['babble without end', babble],
  ])('is the extractive one when the model writes %s', async (_, play) => {
    const { answer, server } = await run(play)
    expect(answer).toMatchObject({ sentences: [{ text: OWN }], wording: { mode: 'extractive', model: null } })
    expect(answer.wording.notice).toMatch(/以下直接引用原文作答。$/u)
    await until(() => server.open() === 0)
  })

  it('is incomplete when the model breaks off, with what was proven and the rest from the original', async () => {
    const { answer } = await run((request, response) => {
      const labels = readRequest(request).passages.map(({ label }) => label)
      startStream(response)
      const begun = draftJson([{ text: '居民健康素养水平达到27%以上', labels }]).slice(0, -2)
      response.write(chunkOf({ content: `${begun},{"text":"每千` }), () =>
        setTimeout(() => response.socket?.destroy(), 30),
      )
    }, '乐山2023年居民健康素养水平达到多少？')
    expect(answer.wording).toMatchObject({ mode: 'model', state: 'incomplete' })
    expect(answer.wording.notice).toContain('中途断开')
    expect(answer.sentences).toMatchObject([{ text: '居民健康素养水平达到27%以上。' }])
  })

  it('is stopped in circles and keeps what was proven', async () => {
    const { answer } = await run(
      author((_, labelOf) =>
        Array.from({ length: 40 }, () => ({ text: OWN, labels: [labelOf('社区医院')] })),
      ),
    )
    expect(answer.sentences).toHaveLength(1)
    expect(answer.wording).toMatchObject({ mode: 'model', state: 'incomplete' })
  })

  it('is there at once when it is stopped before anything was written', async () => {
    const { answer } = await run(babble, QUESTION, AbortSignal.abort())
    expect(answer).toMatchObject({
      sentences: [{ text: OWN }],
      wording: { mode: 'extractive', state: 'stopped' },
    })
  })

  it('closes its request when nobody listens any more', async () => {
    const { chat, server } = await modelOf((request, response) => {
      const labels = readRequest(request).passages.map(({ label }) => label)
      startStream(response)
      response.write(chunkOf({ content: draftJson([{ text: OWN, labels }]).slice(0, -2) }))
    })
    for await (const event of answerEvents(QUESTION, {}, desk, { chat })) if (event.kind === 'sentence') break
    await until(() => server.open() === 0)
  })

  it('leaves no request open when fifty readers stop', async () => {
    const { chat, server } = await modelOf(babble)
    const stops = Array.from({ length: 50 }, () => new AbortController())
    const answers = stops.map(({ signal }) => eventsOf(answerEvents(QUESTION, {}, desk, { chat, signal })))
    await until(() => server.open() === 50)
    for (const stop of stops) stop.abort()
    for (const events of await Promise.all(answers))
      expect(soundAnswer(events, desk).wording.state).toBe('stopped')
    await until(() => server.open() === 0)
  })

  it('is right with a model that means well and is careless', async () => {
    const { answer } = await run(sloppy(seeded(3)))
    expect(answer.sentences.map(({ text }) => text).join()).toContain('6')
  })
})

function never(): never {
  throw new Error('there was no second request')
}
