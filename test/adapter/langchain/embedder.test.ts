import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openOpenAiEmbedder } from '../../../src/adapter/langchain/embedder.ts'
import { respond } from '../../../src/api/index.ts'
import { parseConfig } from '../../../src/config.ts'
import { ModelServerError } from '../../../src/error.ts'
import { createQuestionVectors, understand } from '../../../src/retrieval/index.ts'
import { openService } from '../../../src/runtime/service.ts'
import { deskOver } from '../../desk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const requestSchema = z.object({ model: z.string(), input: z.union([z.string(), z.array(z.string())]) })

type Reply = (texts: readonly string[], response: ServerResponse) => void

/** A server that speaks the embeddings route of the OpenAI API. */
async function serve(reply: Reply): Promise<{ baseUrl: string; calls: () => number }> {
  let calls = 0
  const server = createServer((request, response) => {
    calls++
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { input } = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      reply(typeof input === 'string' ? [input] : input, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/v1`, calls: () => calls }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** Three numbers that depend on the text alone. */
function vectorOf(text: string): readonly number[] {
  return [text.length, [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 97, 1]
}

const honest: Reply = (texts, response) =>
  send(response, 200, {
    object: 'list',
    model: 'm',
    data: texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  })

const open = (baseUrl: string) => openOpenAiEmbedder({ model: 'm', baseUrl, apiKey: null })

describe('the embedder of an OpenAI-compatible server', () => {
  it('learns the dimension from the server and gives unit vectors in order', async () => {
    const { baseUrl } = await serve(honest)
    const embedder = await open(baseUrl)
    expect(embedder).toMatchObject({ id: 'openai-m-3', dimension: 3, isSemantic: true })
    const vectors = await embedder.embed(['床位', '托位数'])
    expect(vectors).toHaveLength(2)
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    expect(vectors[0]).not.toEqual(vectors[1])
    expect(await embedder.embed([])).toEqual([])
  })

  it.each([
    [
      'an error',
      (_: readonly string[], response: ServerResponse) => send(response, 500, { error: { message: 'no' } }),
    ],
    ['a page', (_: readonly string[], response: ServerResponse) => response.end('<html>')],
    [
      'too few vectors',
      (_: readonly string[], response: ServerResponse) => send(response, 200, { data: [] }),
    ],
    [
      'a vector of nothing',
      (_: readonly string[], response: ServerResponse) =>
        send(response, 200, { data: [{ index: 0, embedding: [0, 0] }] }),
    ],
  ])('refuses %s with a fault of its own, after one call', async (_, reply) => {
    const { baseUrl, calls } = await serve(reply)
    await expect(open(baseUrl)).rejects.toThrow(ModelServerError)
    expect(calls()).toBe(1)
  })

  it('takes part in ranking when it is configured', async () => {
    const { baseUrl } = await serve(honest)
    const config = parseConfig({
      YAODIAN_DATA: temporaryFolder(),
      YAODIAN_EMBEDDING_MODEL: 'm',
      OPENAI_BASE_URL: baseUrl,
    })
    const service = await openService(config, { withSeeds: true, report: () => undefined })
    expect(service.deps.embedderId).toBe('openai-m-3')
    const answer = await respond('青岛到2024年三级医院要达到多少家？', {}, service.deps)
    service.close()
    expect(answer.text).toBe('到2024年,全市三级医院总数达到35家以上。')
  })

  it('that is dead is said to be, and the service answers without it', async () => {
    const config = parseConfig({
      YAODIAN_DATA: temporaryFolder(),
      YAODIAN_EMBEDDING_MODEL: 'm',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    })
    const service = await openService(config, { withSeeds: true, report: () => undefined })
    expect(service.deps.notices.join()).toContain('向量服务没有应答')
    const answer = await respond('青岛到2024年三级医院要达到多少家？', {}, service.deps)
    service.close()
    expect(answer.kind).toBe('answered')
  })
})

/** Words of one meaning, each class a direction of its own; the last direction is for all other texts. */
const MEANINGS = [/托位|托育|带娃|看孩子/u, /救护车|急救|拉病人/u, /吸烟|尼古丁/u]

const byMeaning: Reply = (texts, response) =>
  send(response, 200, {
    object: 'list',
    model: 'm',
    data: texts.map((text, index) => {
      const held = MEANINGS.map((meaning) => (meaning.test(text) ? 1 : 0))
      return { object: 'embedding', index, embedding: [...held, held.includes(1) ? 0.05 : 1] }
    }),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  })

const PLAN = `溧阳市2024年卫生健康工作要点

一、扩大照护供给。新增普惠托位350个。

二、提高救治效率。更新救护车6辆。

三、创建健康环境。成人吸烟率降至21%以下。

四、强化监督执法。全年监督检查单位1600户次。`

const found = async (question: string, desk: Awaited<ReturnType<typeof deskOver>>) => {
  const passages = await desk.retriever.search(understand(question, desk.catalogue), 5)
  return passages.map(({ passageId }) => {
    const passage = desk.corpus.passages.get(passageId)
    const text = passage && desk.corpus.documents.get(passage.documentId)?.document.text
    return text?.slice(passage?.start, passage?.end) ?? ''
  })
}

describe('a ranking with an embedder that knows meanings', () => {
  it.each([
    ['谁来帮忙带娃', '托位350'],
    ['拉病人', '救护车6'],
    ['尼古丁', '吸烟率'],
  ])('finds for %s what no word of it stands in', async (question, paraphrase) => {
    const { baseUrl } = await serve(byMeaning)
    const desk = await deskOver({ 'plan.txt': PLAN }, await open(baseUrl))
    expect((await found(question, desk))[0]).toContain(paraphrase)
    const lexical = await deskOver({ 'plan.txt': PLAN })
    expect((await found(question, lexical))[0] ?? '').not.toContain(paraphrase)
  })

  it('leaves what stands there word for word in front', async () => {
    const { baseUrl } = await serve(byMeaning)
    const desk = await deskOver({ 'plan.txt': PLAN }, await open(baseUrl))
    expect((await found('监督检查单位多少户次，含急救', desk))[0]).toContain('监督检查单位1600户次')
  })
})

describe('a question while the server of the embedder ails', () => {
  it('is answered by words alone, with a notice, and the server is left alone', async () => {
    let isAiling = false
    const { baseUrl, calls } = await serve((texts, response) =>
      isAiling ? send(response, 500, { error: { message: 'no' } }) : byMeaning(texts, response),
    )
    const config = parseConfig({
      YAODIAN_DATA: temporaryFolder(),
      YAODIAN_EMBEDDING_MODEL: 'm',
      OPENAI_BASE_URL: baseUrl,
    })
    const service = await openService(config, { withSeeds: true, report: () => undefined })
    const question = '青岛到2024年三级医院要达到多少家？'
    expect((await respond(question, {}, service.deps)).interpreted.notes).toEqual([])
    isAiling = true
    const before = calls()
    const answers = [
      await respond('慈溪2022年县域就诊率是多少？', {}, service.deps),
      await respond('慈溪2022年负压救护车比例是多少？', {}, service.deps),
    ]
    service.close()
    expect(calls() - before).toBe(1)
    for (const { kind, interpreted } of answers) {
      expect(kind).toBe('answered')
      expect(interpreted.notes.join()).toContain('本次只按词面检索')
    }
  })

  it('does not wait for a server that never answers', async () => {
    let isSilent = false
    const { baseUrl } = await serve((texts, response) => {
      if (!isSilent) byMeaning(texts, response)
      else onTestFinished(() => void response.destroy())
    })
    const vectors = createQuestionVectors(await open(baseUrl), 40)
    expect(await vectors.of('托位')).toHaveLength(4)
    expect(vectors.trouble()).toBeNull()
    isSilent = true
    expect(await vectors.of('救护车')).toBeUndefined()
    expect(vectors.trouble()).toContain('太久没有应答')
  })
})
