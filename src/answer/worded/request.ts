import { z } from 'zod'
import { attributionOf } from '../../citation/index.ts'
import { sha256 } from '../../corpus/index.ts'
import type { ChatRequest } from '../../model/index.ts'
import {
  PROMPT_FILES,
  PromptError,
  type PromptTemplate,
  parsePrompt,
  renderPrompt,
} from '../../prompt/index.ts'
import type { PromptMark } from '../answer.ts'
import { OUTPUT_SCHEMAS } from './draft.ts'
import { freshWord, type LabelledPassage } from './material.ts'
import { plainView } from './plain-view.ts'
import type { FailedSentence } from './prove-draft.ts'

/** Room for a few sentences, and for the thoughts of a model that thinks first. */
const MOST_OUTPUT_TOKENS = 4000

const SYSTEM = load('answer')
const MATERIAL = load('answer-material')
const REPAIR = load('answer-repair')
/** What the model is told besides the material. */
export const INSTRUCTIONS = renderPrompt(SYSTEM, { output_schema: schemaOf(SYSTEM) })

/** The prompt files an answer was made with: the first one's id and version, and a hash over all. */
export const PROMPT_MARK: PromptMark = {
  id: SYSTEM.id,
  version: SYSTEM.version,
  sha256: sha256([SYSTEM, MATERIAL, REPAIR].map((one) => JSON.stringify(one)).join('\n')),
}

/** Asks for the answer's first draft. */
export function draftRequest(question: string, passages: readonly LabelledPassage[]): ChatRequest {
  const fence = freshWord(new Set(), 10)
  const values = { fence, question: plainView(question), passages: passagesBlock(passages, fence) }
  return requestOf(renderPrompt(MATERIAL, values))
}

/** Asks once more for the sentences that failed, each with the reason. */
export function repairRequest(
  question: string,
  failed: ReadonlyMap<string, FailedSentence>,
  offered: readonly LabelledPassage[],
): ChatRequest {
  const fence = freshWord(new Set(), 10)
  const all = [...failed.values()]
  // Who named no passage may need any of them.
  const named = all.every((one) => one.named.length > 0)
    ? offered.filter((passage) => all.some((one) => one.named.includes(passage)))
    : offered
  const sentences = [...failed].map(([id, one]) => describeFailed(id, one, fence)).join('\n\n')
  return requestOf(
    renderPrompt(REPAIR, {
      fence,
      question: plainView(question),
      passages: passagesBlock(named, fence),
      sentences,
      output_schema: schemaOf(REPAIR),
    }),
  )
}

function requestOf(user: string): ChatRequest {
  return {
    messages: [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: user },
    ],
    maxOutputTokens: MOST_OUTPUT_TOKENS,
  }
}

/** The fence is drawn anew for each request, so no document can hold it. */
function passagesBlock(passages: readonly LabelledPassage[], fence: string): string {
  return passages
    .map(({ label, document: { metadata, file }, view }) => {
      const title = metadata.title?.value ?? file
      const source = {
        jurisdiction: metadata.jurisdiction?.value ?? null,
        years: metadata.years?.value ?? null,
        title,
      }
      const name = plainView(`《${title}》（${attributionOf(source)}）`).replace(/\s+/gu, ' ')
      return `<${fence} 段落 ${label} 出自${name}>\n${view}\n</${fence} 段落完>`
    })
    .join('\n\n')
}

function describeFailed(id: string, { text, told, named }: FailedSentence, fence: string): string {
  const reasons = told.checks
    .filter(({ ok }) => !ok)
    .map(({ note, value }) => (value === '' ? note : `“${value}”：${note}`))
  const labels = named.map(({ label }) => label).join('、')
  return [
    `<${fence} 句子 ${id} 段落 ${labels === '' ? '未标' : labels}>`,
    plainView(text),
    `原因：${plainView(reasons.join('；'))}`,
    `最接近的原文：${plainView(told.nearest?.quote ?? '无')}`,
    `</${fence} 句子完>`,
  ].join('\n')
}

function load(id: string): PromptTemplate {
  const file = PROMPT_FILES[id]
  if (file === undefined) throw new PromptError(`没有提示词 ${id}。`)
  return parsePrompt(file)
}

function schemaOf({ id, outputSchema }: PromptTemplate): string {
  const schema = Object.entries(OUTPUT_SCHEMAS).find(([name]) => name === outputSchema)?.[1]
  if (schema === undefined) throw new PromptError(`提示词 ${id} 要的结构 ${outputSchema} 没有定义。`)
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' })
  return JSON.stringify(shape)
}
