import { sha256 } from '../../corpus/index.ts'
import { openService, type Service } from '../service.ts'
import { configFrom, type ExitCode, note, printJson, readArguments } from './shared.ts'

interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
}

/** Checks data folder, documents, indexes and segmenter, and says what is wrong. */
export async function doctor(args: readonly string[]): Promise<ExitCode> {
  const { values } = readArguments(args, { data: { type: 'string' }, json: { type: 'boolean' } } as const)
  const service = await openService(configFrom(values), { withSeeds: false, report: note })
  try {
    const findings = [runtime(), ...documents(service), await indexes(service)]
    if (values.json) printJson({ findings })
    else
      for (const { check, ok, detail } of findings)
        process.stdout.write(`${ok ? '正常' : '异常'}  ${check}：${detail}\n`)
    return findings.every(({ ok }) => ok) ? 0 : 1
  } finally {
    service.close()
  }
}

function runtime(): Finding {
  return {
    check: '运行环境',
    ok: true,
    detail: `Node ${process.versions.node}，SQLite ${process.versions.sqlite ?? '未知'}`,
  }
}

/** The stored bytes still have the hash they came with, and the text still adds up. */
function documents({ deps, store }: Service): readonly Finding[] {
  const damaged = [...deps.desk().corpus.documents.values()].filter(({ document }) => {
    const bytes = store.bytes(document.id)
    return bytes === undefined || sha256(bytes) !== document.sha256 || document.coverage < 1
  })
  const count = deps.desk().corpus.documents.size
  const names = damaged.map(({ document }) => document.file).join('、')
  return [
    {
      check: '文件',
      ok: damaged.length === 0,
      detail: damaged.length === 0 ? `${count} 份，内容完好` : `损坏：${names}`,
    },
  ]
}

/** Every passage can be found by its own words. */
async function indexes({ deps }: Service): Promise<Finding> {
  const { corpus, retriever } = deps.desk()
  const [first] = corpus.passages.values()
  if (first === undefined) return { check: '索引', ok: true, detail: '文库是空的' }
  const similar = await retriever.similar(first.id, 1)
  const ok = corpus.passages.size === 1 || similar.length === 1
  return { check: '索引', ok, detail: ok ? `${corpus.passages.size} 个段落可检索` : '向量检索没有结果' }
}
