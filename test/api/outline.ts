import { expect } from 'vitest'
import { createDocxExporter } from '../../src/adapter/docx/index.ts'
import { createApi, problemSchema } from '../../src/api/index.ts'
import { type OutlineEditJson, type OutlineJson, outlineSchema } from '../../src/api/outline-schema.ts'
import { openApi, seedDocuments } from './api.ts'

/** A draft of 慈溪 over the samples, and the steps a writer takes with it. */
export async function openDraft(documents = seedDocuments) {
  const { deps } = await openApi(documents)
  const api = createApi({ ...deps, word: createDocxExporter({ cut: (text) => [...text] }) })
  const post = (path: string, body?: unknown, match?: string) => send('POST', path, body, match)
  const send = async (method: string, path: string, body?: unknown, match?: string) =>
    api.request(`/api/v1/outlines${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(match === undefined ? {} : { 'if-match': match }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const made = await held(await post('', { region: '慈溪市', year: 2023 }), 201)
  const path = `/${made.outline.id}`
  const edit = (edits: readonly OutlineEditJson[], match: string) => send('PATCH', path, { edits }, match)
  return { api, send, post, made, path, edit }
}

/** The draft in a response, in exactly the stated shape, with its mark. */
export async function held(response: Response, status = 200) {
  const body = await response.json()
  expect(response.status, JSON.stringify(body).slice(0, 400)).toBe(status)
  const outline = outlineSchema.strict().parse(body)
  expect(outline).toEqual(body)
  return { outline, etag: response.headers.get('etag') ?? '' }
}

/** The problem in a response, with what it says. */
export async function problemIn(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = problemSchema.parse(await response.json())
  expect(problem.detail).toMatch(/\p{Script=Han}/u)
  expect(problem.detail).not.toMatch(/[a-z]{3,} [a-z]{2,}|undefined|Error/u)
  return problem
}

export function firstItem({ sections }: OutlineJson) {
  const section = sections.find(({ items }) => items.length > 1)
  const [item, next] = section?.items ?? []
  if (section === undefined || item === undefined || next === undefined) throw new Error('no two tasks')
  return { section, item, next }
}
