import { type ApiDeps, createApi } from '../../src/api/index.ts'
import type { EvalCase } from '../case.ts'
import type { Reply } from '../scorer/reply.ts'
import { draftReply, type OutlineReply, outlineReplySchema } from './view.ts'

/** Has each draft made once, by the route that everybody uses, and shows of it what a case asks about. */
export function openDrafter(deps: ApiDeps): (evalCase: EvalCase) => Promise<Reply> {
  const api = createApi(deps)
  const made = new Map<string, Promise<OutlineReply | null>>()
  return async ({ suite, draft }) => {
    if (draft === undefined) throw new Error('a case of a draft without a line of a rubric')
    const { region, year } = draft
    const key = `${region} ${year}`
    const outline = made.get(key) ?? drafted({ region, year }, api)
    made.set(key, outline)
    const found = await outline
    return found === null ? REFUSED : draftReply(found, suite === 'whole' ? null : draft)
  }
}

const REFUSED: Reply = { kind: 'refused', text: '', sentences: [], citations: [], near_misses: [] }

/** Null where the product says that there is nothing to draft from. */
async function drafted(
  wanted: { readonly region: string; readonly year: number },
  api: ReturnType<typeof createApi>,
): Promise<OutlineReply | null> {
  const response = await api.request('/api/v1/outlines', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  if (response.status === 422) return null
  if (response.status !== 201) throw new Error(`no draft of ${wanted.region}: ${await response.text()}`)
  return outlineReplySchema.parse(await response.json())
}
