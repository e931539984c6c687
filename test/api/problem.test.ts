import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi, type ProblemJson } from '../../src/api/index.ts'
import { problemSchema } from '../../src/api/schema.ts'
import { StorageError } from '../../src/error.ts'
import { type Api, openApi, post } from './api.ts'

const { api, deps } = await openApi()

/** What must never reach a client: stacks, paths, library names, class names, SQL. */
const INTERNAL = /\bat \S+:\d+|\/src\/|node_modules|\.ts\b|zod|Error\b|SQLITE|undefined|\[object/u

async function problemOf(response: Response): Promise<ProblemJson> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/u)
  const text = await response.text()
  expect(text).not.toMatch(INTERNAL)
  const problem = problemSchema.parse(JSON.parse(text))
  expect(problem.status).toBe(response.status)
  expect(problem.title).toMatch(/^\p{Script=Han}/u)
  expect(problem.detail).toMatch(/\p{Script=Han}/u)
  expect(problem.request_id).not.toBe('')
  return problem
}

const ANSWERS = '/api/v1/answers'
const SEARCH = '/api/v1/search'
const NO_DOCUMENT = '0000000000000000'

describe('a request that cannot be served', () => {
  it.each<[string, number, (api: Api) => Response | Promise<Response>]>([
    ['malformed JSON', 400, (to) => post(to, ANSWERS, '{"question": ')],
    ['no body', 400, (to) => post(to, ANSWERS, '')],
    ['another content type', 415, (to) => to.request(ANSWERS, { method: 'POST', body: 'question=1' })],
    ['no question', 400, (to) => post(to, ANSWERS, {})],
    ['a question that is no text', 400, (to) => post(to, ANSWERS, { question: 5 })],
    ['an empty question', 400, (to) => post(to, ANSWERS, { question: '' })],
    ['a question of blanks', 400, (to) => post(to, ANSWERS, { question: ' 　\n' })],
    ['a question of 100 KB', 400, (to) => post(to, ANSWERS, { question: '床'.repeat(34_000) })],
    ['a body of 2 MB', 413, (to) => post(to, ANSWERS, { question: 'x'.repeat(2_000_000) })],
    [
      'years that are no numbers',
      400,
      (to) => post(to, ANSWERS, { question: '床位', filters: { years: ['今年'] } }),
    ],
    [
      'a year out of range',
      400,
      (to) => post(to, ANSWERS, { question: '床位', filters: { years: [99999] } }),
    ],
    [
      'a kind that does not exist',
      400,
      (to) => post(to, ANSWERS, { question: '床位', filters: { document_kinds: ['秘密'] } }),
    ],
    [
      'a document id of another shape',
      400,
      (to) => post(to, ANSWERS, { question: '床位', filters: { document_ids: ['../etc'] } }),
    ],
    [
      'a filter of no known name',
      400,
      (to) => post(to, ANSWERS, { question: '床位', filters: { year: [2022] } }),
    ],
    [
      'JSON in another encoding than UTF-8',
      400,
      (to) =>
        to.request(ANSWERS, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Uint8Array([
            ...Buffer.from('{"question":"'),
            0xb4,
            0xb2,
            0xce,
            0xbb,
            ...Buffer.from('"}'),
          ]),
        }),
    ],
    ['filters that are a list', 400, (to) => post(to, ANSWERS, { question: '床位', filters: [] })],
    ['an empty query', 400, (to) => post(to, SEARCH, { query: '' })],
    ['k of 0', 400, (to) => post(to, SEARCH, { query: '床位', k: 0 })],
    ['k of 1000', 400, (to) => post(to, SEARCH, { query: '床位', k: 1000 })],
    ['an unknown answer', 404, (to) => to.request(`${ANSWERS}/does-not-exist`)],
    ['an unknown document', 404, (to) => to.request(`/api/v1/documents/${NO_DOCUMENT}`)],
    ['the text of an unknown document', 404, (to) => to.request(`/api/v1/documents/${NO_DOCUMENT}/text`)],
    [
      'a document id of another shape in the path',
      404,
      (to) => to.request('/api/v1/documents/%2e%2e%2fpasswd'),
    ],
    ['an unknown passage', 404, (to) => to.request(`/api/v1/passages/${NO_DOCUMENT}.0/similar`)],
    ['an overlong id', 400, (to) => to.request(`${ANSWERS}/${'a'.repeat(101)}`)],
    ['an unknown route', 404, (to) => to.request('/api/v1/nothing')],
    ['an unknown page', 404, (to) => to.request('/admin')],
    ['a method a route does not have', 405, (to) => to.request(ANSWERS, { method: 'DELETE' })],
  ])('is told so in Chinese: %s', async (_, status, request) => {
    const response = await request(api)
    expect(response.status).toBe(status)
    await problemOf(response)
  })

  it.each([
    ['DELETE', '/api/v1/answers', 'POST'],
    ['PUT', '/api/v1/answers/a', 'GET, HEAD'],
    ['POST', '/api/v1/conversations/a', 'DELETE, GET, HEAD, PATCH'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/openapi.json', 'GET, HEAD'],
  ])('says which methods there are instead of %s %s', async (method, path, allow) => {
    const response = await api.request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
    await problemOf(response)
  })

  it('names the field that is wrong', async () => {
    const problem = await problemOf(await post(api, ANSWERS, { question: '床位', filters: { years: [1] } }))
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/filters/years/0'])
    expect(problem.errors?.map(({ detail }) => detail)).toEqual(['不能小于 1900。'])
    const empty = await problemOf(await post(api, ANSWERS, { question: '' }))
    expect(empty.errors?.map(({ pointer }) => pointer)).toEqual(['/question'])
  })

  it.each([
    [{}, '缺少这一项。'],
    [{ question: 5 }, '应是文字。'],
    [{ question: '床位', filters: [] }, '应是对象。'],
    [{ question: '床位', filters: { years: ['今年'] } }, '应是数字。'],
    [{ question: '床位', filters: { years: [2022.5] } }, '应是整数。'],
    [
      { question: '床位', filters: { document_kinds: ['秘密'] } },
      '只能是 annual_plan、multi_year_plan、other。',
    ],
    [{ question: '床位', filters: { regions: ['区'.repeat(41)] } }, '太长，最多 40。'],
    [{ question: '床位', filters: { document_ids: ['x'] } }, '格式不对。'],
  ])('says in Chinese what is wrong with %j', async (body, detail) => {
    const { errors } = await problemOf(await post(api, ANSWERS, body))
    expect(errors?.map((error) => error.detail)).toEqual([detail])
  })
})

describe('a fault of ours', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
  afterEach(() => void vi.restoreAllMocks())

  it('is logged in full and told in one sentence', async () => {
    const broken = createApi({
      ...deps,
      answers: {
        ...deps.answers,
        save: () => {
          throw new TypeError("Cannot read properties of undefined (reading '/srv/secret')")
        },
      },
    })
    const response = await post(broken, ANSWERS, { question: '床位有多少张？' })
    expect(response.status).toBe(500)
    expect((await problemOf(response)).detail).not.toContain('secret')
    expect(console.error).toHaveBeenCalledOnce()
  })

  it('of the storage is told as such', async () => {
    const broken = createApi({
      ...deps,
      answers: {
        ...deps.answers,
        get: () => {
          throw new StorageError('磁盘已满。')
        },
      },
    })
    const response = await broken.request(`${ANSWERS}/x`)
    expect(response.status).toBe(503)
    expect((await problemOf(response)).detail).toBe('磁盘已满。')
  })
})

describe('headers', () => {
  it('keep the page from loading or talking to anything else, on success and on failure', async () => {
    for (const path of ['/healthz', '/api/v1/documents', '/nothing']) {
      const { headers } = await api.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/u)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('keep answers out of every cache', async () => {
    const response = await post(api, ANSWERS, { question: '床位有多少张？' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
