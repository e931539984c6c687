import { describe, expect, it } from 'vitest'
import { problemSchema, verificationSchema } from '../../src/api/index.ts'
import { sha256 } from '../../src/corpus/index.ts'
import { verifyAgainst, verifyInCorpus } from '../../src/verification/index.ts'
import { openApi, openEmptyApi, post, seedDocuments } from './api.ts'

const { api, deps } = await openApi()
const EVIDENCE = [
  {
    title: '临江市2024年工作要点',
    text: '𠮷祥社区建成托育点8个。到2025年，全市托位达到3万个；普惠托位占比不低于60%。',
  },
]

async function verify(body: unknown) {
  const response = await post(api, '/api/v1/verifications', body)
  expect(response.status).toBe(200)
  return verificationSchema.parse(await response.json()).sentences
}

describe('a long text', () => {
  const text = '青岛市到2024年三级医院总数达到35家以上，每千人口床位达到8张。'.repeat(60)

  it.each([{ text }, { text, evidence: EVIDENCE }])('lets others go first in between', async (body) => {
    let turns = 0
    const timer = setInterval(() => void turns++)
    const sentences = await verify(body)
    clearInterval(timer)
    expect(sentences).toHaveLength(60)
    expect(turns).toBeGreaterThan(1)
  })

  it.each([{}, { evidence: EVIDENCE }])('does so within a sentence of many parts too', async (more) => {
    let turns = 0
    const timer = setInterval(() => void turns++)
    const parts = await verify({ text: `${'全市每千人口床位达到8张；'.repeat(300)}。`, ...more })
    clearInterval(timer)
    expect(parts.length).toBeGreaterThan(299)
    expect(turns).toBeGreaterThan(3)
  })

  it('is left alone when nobody waits any more', async () => {
    const gone = AbortSignal.abort()
    await expect(verifyAgainst(text, EVIDENCE, gone)).rejects.toThrow('aborted')
    await expect(verifyInCorpus(text, {}, deps.desk(), gone)).rejects.toThrow('aborted')
  })
})

describe('a sentence without an end', () => {
  it.each([{}, { evidence: EVIDENCE }])('is not proven, and soon told', async (more) => {
    const [endless, next] = await verify({ text: `${'建成医院3家，'.repeat(6000)}。社区食堂开业。`, ...more })
    expect(endless).toMatchObject({ verdict: 'unproven', citations: [], nearest: null })
    expect(endless?.checks[0]?.note).toContain('请断句')
    expect(next?.text).toBe('社区食堂开业。')
  })
})

describe('verifications against given evidence', () => {
  it('gives each sentence its verdict, and a citation only to what holds', async () => {
    const text = '𠮷祥社区建成托育点八个。全市托位到2025年达到4万个。社区食堂开业。'
    const [held, wrong, unknown] = await verify({ text, evidence: EVIDENCE })
    expect([held?.verdict, wrong?.verdict, unknown?.verdict]).toEqual(['proven', 'contradicted', 'unproven'])
    expect(held?.citations.map(({ cited_text }) => cited_text)).toEqual(['𠮷祥社区建成托育点8个。'])
    expect([wrong?.citations, unknown?.citations]).toEqual([[], []])
    expect(wrong?.nearest?.cited_text).toContain('到2025年，全市托位达到3万个')
    expect(wrong?.checks).toContainEqual(
      expect.objectContaining({ kind: 'number', value: '4万个', ok: false }),
    )
  })

  it('counts code points and hashes what it cites', async () => {
    const text = '𠮷祥社区建成托育点八个。全市托位达到3万个，到2025年。'
    for (const sentence of await verify({ text, evidence: EVIDENCE })) {
      expect([...text].slice(sentence.start, sentence.end).join('')).toBe(sentence.text)
      for (const citation of sentence.citations) {
        const quoted = [...(EVIDENCE[0]?.text ?? '')].slice(
          citation.start_char_index,
          citation.end_char_index,
        )
        expect(quoted.join('')).toBe(citation.cited_text)
        expect(citation.sha256).toBe(sha256(citation.cited_text))
      }
    }
  })

  it('keeps the time of a sentence for its parts behind a semicolon', async () => {
    const held = await verify({
      text: '到2025年，全市托位达3万个；普惠托位占比至少60%。',
      evidence: EVIDENCE,
    })
    expect(held.map(({ verdict }) => verdict)).toEqual(['proven'])
    const parts = await verify({
      text: '到2025年，全市托位达3万个；普惠托位占比至少70%。',
      evidence: EVIDENCE,
    })
    expect(parts.map(({ verdict }) => verdict)).toEqual(['proven', 'unproven'])
  })

  it('does not look into the corpus, even for what stands there', async () => {
    const text = '到2024年，全市三级医院总数达到35家以上。'
    const [sentence] = await verify({ text, evidence: EVIDENCE })
    expect(sentence?.verdict).not.toMatch(/^(?:quoted|proven)$/u)
    expect((await verify({ text, evidence: [] }))[0]?.nearest).toBeNull()
  })
})

describe('verifications against the corpus', () => {
  it('cites the original, character for character', async () => {
    const [sentence] = await verify({ text: '青岛市到2024年三级医院总数不少于35家，实现区（市）全覆盖。' })
    expect(sentence?.verdict).toBe('proven')
    const [citation] = sentence?.citations ?? []
    const document = seedDocuments.find(({ id }) => id === citation?.document_id)
    const text = [...(document?.text ?? '')]
    expect(text.slice(citation?.start_char_index, citation?.end_char_index).join('')).toBe(
      citation?.cited_text,
    )
    expect(citation?.cited_text).toContain('到2024年')
  })

  it('names the fact that disagrees and where the original stands', async () => {
    const [sentence] = await verify({ text: '到2024年,全市三级医院总数达到53家以上,实现区(市)全覆盖。' })
    expect(sentence).toMatchObject({ verdict: 'contradicted', citations: [] })
    expect(sentence?.nearest?.cited_text).toContain('35家以上')
  })

  it('is narrowed by filters set by hand and by nothing in the text', async () => {
    const text = '县域就诊率达88%。'
    expect((await verify({ text }))[0]?.verdict).toBe('quoted')
    const [elsewhere] = await verify({ text, filters: { regions: ['青岛市'] } })
    expect(elsewhere?.verdict).toBe('unproven')
  })

  it.each([{ text: '' }, { text: ' \n' }, { text: '字'.repeat(50_001) }, { text: '好', evidence: 'x' }, {}])(
    'refuses a request that cannot be verified',
    async (body) => {
      const response = await post(api, '/api/v1/verifications', body)
      expect(response.status).toBe(400)
    },
  )
})

describe('evidence beyond its limits', () => {
  it.each([
    ['上限 2000000 字', '/evidence', '全市托位达到3万个。'.repeat(45_000), 5],
    [
      '第 2 份依据里太长的一段没有断句',
      '/evidence/1/text',
      '全市三级医院总数达到三十五家以上'.repeat(2_000),
      1,
    ],
  ])('is refused at once, and named: %s', async (words, pointer, text, count) => {
    const evidence = [...EVIDENCE, ...new Array(count).fill({ title: '长', text })]
    const response = await post(api, '/api/v1/verifications', { text: '托位达到3万个。', evidence })
    expect(response.status).toBe(400)
    const { detail, errors } = problemSchema.parse(await response.json())
    expect(detail).toContain(words)
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })
})

describe('a file that is verified', () => {
  const send = (form: FormData) => api.request('/api/v1/verifications/file', { method: 'POST', body: form })

  it('is refused by name when there is none, more than one, or none can be read here', async () => {
    const empty = new FormData()
    empty.set('note', 'x')
    expect((await send(empty)).status).toBe(400)
    const two = new FormData()
    two.append('file', new File(['一'], 'a.txt'))
    two.append('file', new File(['二'], 'b.txt'))
    expect((await (await send(two)).json()).detail).toBe('一次只能核验一个文件。')
  })

  it('is read, checked and not kept', async () => {
    const { app, library } = openEmptyApi()
    const form = new FormData()
    form.append('file', new File(['全市新建门诊部9家。'], 'a.txt'))
    const response = await app.request('/api/v1/verifications/file', { method: 'POST', body: form })
    const { sentences } = verificationSchema.parse(await response.json())
    expect(sentences.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['全市新建门诊部9家。', 'unproven'],
    ])
    expect(library.corpus().documents.size).toBe(0)
  })
})

describe('a sentence that names no place', () => {
  const verdictOf = async (text: string) => (await verify({ text })).map(({ verdict }) => verdict)
  const cixi = '每千人口托位数达到3个以上。'

  it('is held against the plans of the place and the year named before it, and no other', async () => {
    expect(await verdictOf(cixi)).toEqual(['quoted'])
    expect((await verdictOf(`慈溪市2022年工作要点作出部署。${cixi}`)).at(-1)).toBe('quoted')
    expect((await verdictOf(`蓟州区2022年工作要点作出部署。${cixi}`)).at(-1)).toBe('unproven')
    expect((await verdictOf(`慈溪市2021年工作要点作出部署。${cixi}`)).at(-1)).toBe('unproven')
  })
})
