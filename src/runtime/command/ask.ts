import { type AnswerJson, respond } from '../../api/index.ts'
import { openService } from '../service.ts'
import {
  configFrom,
  type ExitCode,
  filtersFrom,
  note,
  printJson,
  questionFrom,
  readArguments,
} from './shared.ts'

/** Answers one question with citations; a refusal is an answer, not a failure. */
export async function ask(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    region: { type: 'string', multiple: true },
    year: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    data: { type: 'string' },
  } as const)
  const question = questionFrom(positionals, '用法：yaodian ask 问题 [--region 地区] [--year 年份] [--json]')
  const filters = filtersFrom(values)
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    const answer = await respond(question, filters, service.deps)
    if (values.json) printJson(answer)
    else process.stdout.write(describe(answer))
  } finally {
    service.close()
  }
  return 0
}

function describe(answer: AnswerJson): string {
  const sentences = answer.sentences.map(
    ({ text, citations }) => `${text}${citations.map((n) => `[${n}]`).join('')}`,
  )
  const missing = answer.missing.map(
    ({ region, year, note: why }) => `${region ?? ''}${year === null ? '' : `${year}年`}：${why}`,
  )
  const sources = answer.citations.map(
    (citation) =>
      `[${citation.id}] ${citation.document_title}（${citation.jurisdiction ?? '地区未载明'}）${citation.path.join(' › ')}`,
  )
  const near = answer.near_misses.map(
    ({ why, citation }) => `  近似（${why}）：${citation.cited_text} ——${citation.document_title}`,
  )
  const scope = `已检 ${answer.scope.documents.length} 份文件${answer.scope.fully_scanned ? '，全文' : ''}`
  const front = answer.lead === null ? [] : [answer.lead]
  const head = answer.kind === 'refused' ? [answer.refusal?.message ?? ''] : sentences
  const note = answer.comparison?.note ?? null
  const notes = [...(note === null ? [] : [note]), ...(answer.notice === null ? [] : [answer.notice])]
  return `${[...front, ...head, ...notes, ...missing, ...sources, ...near, scope].join('\n')}\n`
}
