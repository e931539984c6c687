import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSchema, inspectionSchema, searchHitSchema } from '../../src/api/index.ts'
import { PLAN_FOLDER, SEED_FOLDER, SEEDS } from '../reader.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ended, lasting, type Run, run, start, waitFor } from './cli.ts'

const QUESTION = '青岛到2024年三级医院总数要达到多少家？'
const PLAN = join(PLAN_FOLDER, 'liyang-2024-annual-plan.txt')
const PACKAGE = join(import.meta.dirname, '../../package.json')
const COMMANDS = ['serve', 'ask', 'search', 'verify', 'inspect', 'ingest', 'doctor']

/** A data folder with the five seeds in it, made once. */
const data = mkdtempSync(join(tmpdir(), 'yaodian-test-'))
let firstAnswer: Run

beforeAll(async () => {
  firstAnswer = await run(['ask', QUESTION, '--json', '--data', data])
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** What a person is told: one sentence in Chinese, without a stack or a path of ours. */
function expectTold({ stdout, stderr }: Run, words: string): void {
  expect(stderr).toContain(words)
  expect(stderr).toMatch(/\p{Script=Han}/u)
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d+|Error:/mu)
  expect(stdout).toBe('')
}

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']], [['ask', '--help']]])(
    'teaches every command on %j',
    async (args) => {
      const { code, stdout, stderr } = await run(args)
      expect(code).toBe(0)
      for (const command of COMMANDS) expect(stdout).toContain(`yaodian ${command}`)
      expect(stderr).toBe('')
    },
  )
})

describe('--version', () => {
  it.each(['--version', '-v'])('is one line: %s', async (option) => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8')))
    expect(await run([option])).toEqual({ code: 0, stdout: `yaodian ${version}\n`, stderr: '' })
  })
})

describe('a data folder that cannot be written ends with 1 at once', () => {
  it.concurrent.each([
    ['serve', '/proc/none'],
    ['serve', '/dev/null/none'],
    ['ask', '/proc/none/deep'],
    ['doctor', '/proc'],
    ['ingest', '/sys/none'],
    ['eval', '/proc/none'],
  ])('%s --data %s', async (command, folder) => {
    const words = command === 'ask' ? [QUESTION] : command === 'ingest' ? [PLAN] : []
    const begun = performance.now()
    const result = await run([command, ...words, '--data', folder])
    expectTold(result, folder)
    expect(result.stderr.trim().split('\n').at(-1)).toMatch(/^\/\S+ \p{Script=Han}[^。]*。$/u)
    expect(result.code).toBe(1)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.concurrent.each<[string, readonly string[], string]>([
    ['an unknown command', ['answer', '床位'], '没有“answer”这个命令'],
    ['a property of every object as command', ['constructor'], '没有“constructor”这个命令'],
    ['an unknown option', ['ask', '床位', '--colour', 'red'], '--colour'],
    ['an option without its value', ['ask', '床位', '--data'], '--data'],
    ['no question', ['ask'], '用法'],
    ['an empty question', ['ask', ''], '请输入问题'],
    ['a question of blanks', ['ask', ' 　'], '请输入问题'],
    ['a question of 3,000 characters', ['ask', '床'.repeat(3000)], '问题太长'],
    ['an empty query', ['search', ''], '请输入问题'],
    ['no query', ['search'], '用法'],
    ['k that is no number', ['search', '床位', '--k', 'ten'], '--k'],
    ['k of 0', ['search', '床位', '--k', '0'], '--k'],
    ['a year that is none', ['ask', '床位', '--year', '今年'], '--year'],
    ['a year out of range', ['ask', '床位', '--year', '20222'], '--year'],
    ['no file to inspect', ['inspect'], '用法'],
    ['two files to inspect', ['inspect', PLAN, PLAN], '用法'],
    ['nothing to ingest', ['ingest'], '用法'],
    ['a port that is none', ['serve', '--port', 'http'], 'PORT'],
    ['a port out of range', ['serve', '--port', '70000'], 'PORT'],
    ['an address for others to reach', ['serve', '--host', '0.0.0.0'], '0.0.0.0'],
  ])('%s', async (_, args, words) => {
    const result = await run(args)
    expectTold(result, words)
    expect(result.code).toBe(2)
  })

  it('a setting of the environment that cannot be used ends with 1 and is named', async () => {
    const result = await run(['ask', QUESTION, '--data', data], { OPENAI_BASE_URL: 'ftp://x' })
    expectTold(result, 'OPENAI_BASE_URL')
    expect(result.code).toBe(1)
  })
})

describe('a file that cannot be read ends with 1 and says why', () => {
  it.each<[string, () => string, string]>([
    ['missing', () => join(temporaryFolder(), 'none.txt'), '找不到文件'],
    ['a folder', () => temporaryFolder(), '这是文件夹'],
    ['binary', () => withBytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]), '不是文本文件'],
    [
      'broken UTF-8',
      () => withBytes([...Buffer.from('全市卫生健康'), 0xff, ...Buffer.from('工作要点')]),
      '编码已损坏',
    ],
    ['empty', () => withBytes([]), '空'],
    ['only blank lines', () => withBytes([0x0a, 0x20, 0x0a]), '没有正文'],
  ])('%s', async (_, file, words) => {
    const path = file()
    const inspected = await run(['inspect', path])
    expectTold(inspected, words)
    expect(inspected.code).toBe(1)
  })
})

function withBytes(bytes: readonly number[]): string {
  const path = join(temporaryFolder(), 'plan.txt')
  writeFileSync(path, Uint8Array.from(bytes))
  return path
}

describe('--json prints one JSON document on standard output and nothing else', () => {
  it('ask, also on the first run, which reads the seeds', () => {
    expect(firstAnswer.code).toBe(0)
    expect(firstAnswer.stderr).toContain('5/5')
    const answer = answerSchema.parse(JSON.parse(firstAnswer.stdout))
    expect(answer.text).toContain('35家以上')
  })

  it('search', async () => {
    const { code, stdout } = await run(['search', '家庭医生签约', '--k', '3', '--json', '--data', data])
    expect(code).toBe(0)
    expect(z.object({ hits: z.array(searchHitSchema) }).parse(JSON.parse(stdout)).hits).toHaveLength(3)
  })

  it('inspect, without a data folder', async () => {
    const { code, stdout, stderr } = await run(['inspect', PLAN, '--json'], {
      YAODIAN_DATA: '/dev/null/none',
    })
    expect([code, stderr]).toEqual([0, ''])
    const inspection = inspectionSchema.parse(JSON.parse(stdout))
    expect(inspection).toMatchObject({ coverage: 1, text: readFileSync(PLAN, 'utf8') })
  })

  it('doctor', async () => {
    const { code, stdout } = await run(['doctor', '--json', '--data', data])
    const { findings } = z
      .object({ findings: z.array(z.object({ check: z.string(), ok: z.boolean(), detail: z.string() })) })
      .parse(JSON.parse(stdout))
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    expect(findings.map(({ detail }) => detail).join()).toContain('5 份')
    expect(code).toBe(0)
  })

  it('ask, where the answer is a refusal, which is no failure', async () => {
    const { code, stdout } = await run(['ask', '广州2022年新增多少张床位？', '--json', '--data', data])
    expect(answerSchema.parse(JSON.parse(stdout)).kind).toBe('refused')
    expect(code).toBe(0)
  })
})

describe('ask', () => {
  it('shows the answer with its citation and what was searched', async () => {
    const { code, stdout } = await run(['ask', QUESTION, '--data', data])
    expect(code).toBe(0)
    expect(stdout).toMatch(/35家以上。\[1\]\n\[1\] 青岛市优质医疗卫生资源倍增三年行动计划/u)
    expect(stdout).toContain('全文')
  })

  it('looks only where --region and --year say', async () => {
    const { stdout } = await run([
      'ask',
      '家庭医生签约有什么要求？',
      '--region',
      '慈溪市',
      '--year',
      '2022',
      '--json',
      '--data',
      data,
    ])
    expect(answerSchema.parse(JSON.parse(stdout)).scope.regions).toEqual(['慈溪市'])
  })
})

describe('ingest', () => {
  it('says on the line of a file what to check in it, and inspect does so too', async () => {
    const folder = temporaryFolder()
    const file = join(folder, '计划.txt')
    writeFileSync(file, '乐山市2031年工作要点\n一、强化基层\n1.加强\ue000州镇卫生院建设。建成社区医院6家。\n')
    const { stderr } = await run(['ingest', file, '--data', join(folder, 'data')])
    expect(stderr).toMatch(/已入库.*存疑：有 1 个自造字/)
    const { stdout } = await run(['inspect', file])
    expect(stdout).toMatch(/^存疑：有 1 个自造字/m)
  })

  it('gives a receipt a file of a folder, refuses what is no plan, and leaves what is there already', async () => {
    const folder = join(temporaryFolder(), 'data')
    const first = await run(['ingest', PLAN, SEED_FOLDER, '--json', '--data', folder])
    const receipts = z.object({ receipts: z.array(z.object({ file: z.string(), status: z.string() })) })
    const byFile = Object.fromEntries(
      receipts.parse(JSON.parse(first.stdout)).receipts.map(({ file, status }) => [file, status]),
    )
    const expected = {
      'liyang-2024-annual-plan.txt': 'added',
      [SEEDS.cixi]: 'added',
      'manifest.json': 'failed',
    }
    expect(byFile).toMatchObject(expected)
    expect(first.code).toBe(1)
    expect(first.stderr).toMatch(/共 7 个文件：入库 6，已在库中 0，未入库 1\n {2}1 个：不认识/u)
    const again = await run(['ingest', PLAN, '--json', '--data', folder])
    expect(receipts.parse(JSON.parse(again.stdout)).receipts).toMatchObject([{ status: 'unchanged' }])
    expect(again.code).toBe(0)
    expect(again.stderr).toContain('共 1 个文件：入库 0，已在库中 1，未入库 0')
    const asked = await run(['ask', '溧阳2024年更新救护车多少辆？', '--data', folder])
    expect(asked.stdout).toContain('更新救护车6辆')
  })

  it('ends with 1 when any file failed, and keeps the others', async () => {
    const folder = join(temporaryFolder(), 'data')
    const result = await run([
      'ingest',
      PLAN,
      '/none/at/all.txt',
      withBytes([0, 1, 2]),
      '--json',
      '--data',
      folder,
    ])
    expect(result.code).toBe(1)
    const { receipts } = JSON.parse(result.stdout)
    expect(receipts.map(({ status }: { status: string }) => status)).toEqual(['added', 'failed', 'failed'])
    expect(receipts[1].reason).toContain('找不到文件')
    expect(result.stderr).not.toMatch(/^\s+at /mu)
    const { stdout } = await run(['ask', '溧阳2024年更新救护车多少辆？', '--data', folder])
    expect(stdout).toContain('更新救护车6辆')
  })

  it('ends with 1 when there is nothing in the folder, and says so', async () => {
    const result = await run(['ingest', temporaryFolder(), '--data', join(temporaryFolder(), 'data')])
    expectTold(result, '没有找到文件')
    expect(result.code).toBe(1)
  })
})

describe('a data folder that cannot be used', () => {
  it.each(['ask', 'search', 'ingest', 'serve', 'doctor'])(
    'ends %s with 1 and names the folder',
    async (command) => {
      const file = withBytes([0x61])
      const folder = join(file, 'data')
      const words =
        { ask: [QUESTION], search: ['床位'], ingest: [PLAN], serve: ['--port', '0'], doctor: [] }[command] ??
        []
      const result = await run([command, ...words, '--data', folder])
      expectTold(result, folder)
      expect(result.code).toBe(1)
    },
  )

  it('is also one whose database is something else', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'yaodian.db'), 'this is no database, only words; '.repeat(200))
    const result = await run(['ask', QUESTION, '--data', folder])
    expectTold(result, 'yaodian.db')
    expect(result.code).toBe(1)
  })

  it('is also one where a folder stands in place of the database', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'yaodian.db'))
    const result = await run(['doctor', '--data', folder])
    expectTold(result, folder)
    expect(result.code).toBe(1)
  })
})

describe('serve', () => {
  it('answers until it is told to stop, and ends with 0', async () => {
    const server = start(['serve', '--port', '0', '--data', data])
    const [, url] = await waitFor(server, /(http:\/\/127\.0\.0\.1:\d+)/u)
    const response = await fetch(`${url}/api/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: QUESTION }),
    })
    expect(lasting(await response.text())).toEqual(lasting(firstAnswer.stdout))
    server.kill('SIGTERM')
    expect(await ended(server)).toEqual({ code: 0, signal: null })
  })

  it('ends with 1 where the port is taken, and offers another', async () => {
    const holder = createServer()
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const result = await run(['serve', '--port', String(port), '--data', data])
    holder.close()
    expectTold(result, `端口 ${port} 已被占用`)
    expect(result.stderr).toContain(`--port ${port + 1}`)
    expect(result.code).toBe(1)
  })
})
