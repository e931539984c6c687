import { z } from 'zod'
import type { ChatRequest } from '../../model/index.ts'
import {
  PROMPT_FILES,
  PromptError,
  type PromptTemplate,
  parsePrompt,
  renderPrompt,
} from '../../prompt/index.ts'

/** What the model returns: each sentence by its id. */
export const wordingSchema = z.object({
  sentences: z
    .array(
      z.object({
        id: z.string().max(20).describe('句子的编号'),
        text: z.string().max(2000).describe('改好的句子'),
      }),
    )
    .max(400),
})
export type Wording = z.infer<typeof wordingSchema>

/** A sentence that may be reworded, under its id of this one request. */
export interface Offered {
  readonly id: string
  readonly text: string
}

const MOST_OUTPUT_TOKENS = 6000
const SYSTEM = load('outline')
const SECTION = load('outline-section')
const { $schema: _, ...shape } = z.toJSONSchema(wordingSchema, { io: 'input' })
const INSTRUCTIONS = renderPrompt(SYSTEM, { output_schema: JSON.stringify(shape) })

/** Asks for the sentences of one section. @param fence drawn anew for each request, so that no document can hold it */
export function sectionRequest(heading: string, offered: readonly Offered[], fence: string): ChatRequest {
  const sentences = offered
    .map(({ id, text }) => `<${fence} 句子 ${id}>\n${plain(text)}\n</${fence} 句子完>`)
    .join('\n\n')
  const user = renderPrompt(SECTION, { fence, heading: plain(heading), sentences })
  return {
    messages: [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: user },
    ],
    maxOutputTokens: MOST_OUTPUT_TOKENS,
  }
}

/** Nothing unseen, and no angle brackets, of which the delimiters are made. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
}

function load(id: string): PromptTemplate {
  const file = PROMPT_FILES[id]
  if (file === undefined) throw new PromptError(`没有提示词 ${id}。`)
  return parsePrompt(file)
}
