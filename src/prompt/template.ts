import { z } from 'zod'
import { AppError } from '../error.ts'

/** A prompt file that does not say what it must, or a render call that leaves a variable open. */
export class PromptError extends AppError {
  readonly code = 'prompt_invalid'
}

const frontMatterSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.coerce.number().int().positive(),
  variables: z.string().transform((list) => list.split(',').map((name) => name.trim())),
  output_schema: z.string().regex(/^[a-z][a-z0-9_]*$/),
})

/** One prompt: its text with `{{variable}}` places, and the name of the zod schema its output must meet. */
export interface PromptTemplate {
  readonly id: string
  readonly version: number
  readonly variables: readonly string[]
  readonly outputSchema: string
  readonly text: string
}

const FILE = /^---\n(?<head>[\s\S]*?)\n---\n(?<text>[\s\S]*)$/u
const PLACE = /\{\{(?<name>[a-z_]+)\}\}/gu

/**
 * Parses a prompt file and checks that the variables it declares are the ones it uses.
 * @throws PromptError
 */
export function parsePrompt(file: string): PromptTemplate {
  const { head, text } = FILE.exec(file)?.groups ?? {}
  if (head === undefined || text === undefined) throw new PromptError('提示词文件缺少文件头。')
  const pairs = head.split('\n').map((line) => line.split(/:\s*/u, 2))
  const parsed = frontMatterSchema.safeParse(Object.fromEntries(pairs))
  if (!parsed.success) throw new PromptError(`提示词文件头有误：${z.prettifyError(parsed.error)}`)
  const { id, version, variables, output_schema: outputSchema } = parsed.data
  const used = new Set([...text.matchAll(PLACE)].map((match) => match.groups?.name ?? ''))
  const unused = variables.filter((name) => !used.has(name))
  const undeclared = [...used].filter((name) => !variables.includes(name))
  if (unused.length > 0 || undeclared.length > 0) {
    throw new PromptError(`提示词 ${id} 声明的变量与用到的不一致。`, { details: { unused, undeclared } })
  }
  return { id, version, variables, outputSchema, text }
}

/**
 * Fills the places in one pass, so that a value that looks like a place stays as it is.
 * @throws PromptError when a variable has no value
 */
export function renderPrompt({ id, text }: PromptTemplate, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new PromptError(`提示词 ${id} 缺少变量 ${name}。`)
    return value
  })
}
