import { parseArgs } from 'node:util'
import { openOpenAiChat } from '../../src/adapter/langchain/chat-model.ts'
import { createPatientModel } from '../../src/model/index.ts'
import { openAsker } from '../asker.ts'
import { readGate, shortfalls } from '../gate.ts'
import { handPairs } from '../proof/hand-pairs.ts'
import { pick, seeded } from '../proof/random.ts'
import type { ReplyCitation } from '../scorer/reply.ts'
import { runSuite, SUITES } from '../suite.ts'
import { judgeServer } from './config.ts'
import { judgeFitness } from './fitness.ts'
import { judgeClaims } from './judge.ts'

// A second opinion on the sentences of answers by a model that does not answer: npm run eval:judge -- --suite seeds
// First the judge itself is held against labelled claims; one that falls below the gate judges nothing.
const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'seeds' },
    labelled: { type: 'string', default: '80' },
    repeats: { type: 'string', default: '3' },
  },
})
const SEED = 20261122
const model = createPatientModel(openOpenAiChat(judgeServer(process.env)))
const options = { repeats: Number(values.repeats), seed: SEED, signal: new AbortController().signal }

const random = seeded(SEED)
const pairs = handPairs().map(({ text, isTrue, evidence }) => ({ text, isTrue, evidence }))
const labelled = Array.from({ length: Number(values.labelled) }, (_, at) =>
  pick(
    pairs.filter(({ isTrue }) => isTrue === (at % 2 === 0)),
    random,
  ),
).filter((pair) => pair !== undefined)
const fitness = await judgeFitness(model, labelled, options)
console.log(`${model.id} against ${labelled.length} labelled claims`, fitness.figures)
const unfit = shortfalls([fitness], readGate())
for (const line of unfit) process.stderr.write(`below the gate: ${line}\n`)
if (unfit.length > 0) process.exit(1)

const source = SUITES.find(({ name, task }) => name === values.suite && task === 'answer')
if (source === undefined) throw new Error(`no suite of questions ${values.suite}`)
const asker = await openAsker(source)
const { cases } = await runSuite({ source, ask: asker.ask })
asker.close()
const claims = cases.flatMap(({ reply }) =>
  reply.sentences.map(({ text, citations }) => ({
    text,
    evidence: reply.citations.filter(({ id }) => citations.includes(id)).map(asEvidence),
  })),
)
const judgements = await judgeClaims(model, claims, options)
const counted = Map.groupBy(judgements, (judgement) => judgement ?? 'unscored')
console.log(`${source.name}: ${claims.length} sentences`)
for (const [verdict, own] of counted) console.log(`  ${verdict.padEnd(12)} ${own.length}`)
for (const [at, judgement] of judgements.entries())
  if (judgement === 'unsupported' || judgement === 'unclear')
    console.log(`  ${judgement}: ${claims[at]?.text}`)

/** A cited text with all that tells where it is from; a sentence may name its place and year. */
function asEvidence({ jurisdiction, years, document_title, path, cited_text }: ReplyCitation) {
  const period = years.length === 0 ? '' : `${[...new Set([years[0], years.at(-1)])].join('—')}年`
  const title = [`${jurisdiction ?? ''}${period}`, document_title, ...path].filter((part) => part !== '')
  return { title: title.join(' › '), text: cited_text }
}
