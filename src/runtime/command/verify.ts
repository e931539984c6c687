import { basename } from 'node:path'
import { buffer as readAll } from 'node:stream/consumers'
import { administrativeDivisions } from '../../adapter/division/division.ts'
import { type VerificationJson, verifyText } from '../../api/index.ts'
import type { Document } from '../../corpus/index.ts'
import { InvalidRequestError } from '../../error.ts'
import { readFile } from '../../ingest/index.ts'
import { createGazetteer } from '../../text/index.ts'
import { evidenceOf } from '../../verification/index.ts'
import { READERS } from '../readers.ts'
import { openService } from '../service.ts'
import { readBytes } from './read-file.ts'
import { configFrom, type ExitCode, note, printJson, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

const USAGE = '用法：yaodian verify 文件|- [--against 文件…] [--json] [--data 目录]'

/** Checks every sentence of a text; what a sentence turns out to be is the result, not a failure. */
export async function verify(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    against: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    data: { type: 'string' },
  } as const)
  const [file, ...further] = positionals
  if (file === undefined || (further.length > 0 && values.against === undefined)) throw new UsageError(USAGE)
  const written = (await (file === '-' ? readText('stdin.txt', await readAll(process.stdin)) : read(file)))
    .text
  const verification =
    values.against === undefined
      ? await inCorpus(written, values)
      : await against(written, [...values.against, ...further])
  if (values.json) printJson(verification)
  else process.stdout.write(describe(verification))
  return 0
}

function read(file: string): Promise<Document> {
  return readText(basename(file), readBytes(file))
}

/** In whichever encoding it comes. */
async function readText(name: string, bytes: Uint8Array): Promise<Document> {
  const reading = { readers: READERS, gazetteer: createGazetteer(administrativeDivisions()) }
  return (await readFile(name, bytes, reading)).document
}

async function against(written: string, files: readonly string[]): Promise<VerificationJson> {
  const documents = await Promise.all(files.map(read))
  const evidence = documents.map((document) => evidenceOf(document))
  const noCorpus = () => {
    throw new InvalidRequestError('给了对照文件时不使用文库。')
  }
  return verifyText(written, evidence, {}, noCorpus)
}

async function inCorpus(written: string, values: { readonly data?: string }): Promise<VerificationJson> {
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    return await verifyText(written, undefined, {}, service.deps.desk)
  } finally {
    service.close()
  }
}

const VERDICTS = { quoted: '原文', proven: '属实', contradicted: '不符', unproven: '未证实' } as const

function describe({ sentences }: VerificationJson): string {
  const lines = sentences.map(({ text, verdict, citations, checks, nearest }) => {
    const sources = citations.map((citation) => `    出处：${sourceOf(citation)}`)
    const faults = checks.filter(({ ok }) => !ok).map(({ value, note: why }) => `    ${value}：${why}`)
    const near = nearest === null ? [] : [`    最近的原文：${sourceOf(nearest)}`]
    return [`[${VERDICTS[verdict]}] ${text}`, ...sources, ...faults, ...near].join('\n')
  })
  const counts = Object.entries(VERDICTS).map(
    ([verdict, name]) => `${name} ${sentences.filter((sentence) => sentence.verdict === verdict).length}`,
  )
  return `${lines.join('\n')}\n\n共 ${sentences.length} 句：${counts.join('，')}\n`
}

function sourceOf(citation: { readonly cited_text: string; readonly document_title: string }): string {
  return `${citation.cited_text.replace(/\s+/gu, ' ')} ——${citation.document_title}`
}
