import { afterEach, describe, expect, it } from 'vitest'
import { archiveReader } from '../../src/adapter/archive/index.ts'
import { readerFor } from '../../src/adapter/parser-process/readers.ts'
import { abstract, docxOf, level, num, paragraph } from '../fixture/format/docx-writer.ts'
import { zipOf } from '../fixture/format/zip-writer.ts'
import { openApi, post } from './api.ts'

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']
const PROTOTYPES = [Object, Array, Function, String, Number, Map, Promise].map(({ prototype }) => prototype)

/** Names and values of everything that every object inherits. */
function inherited(): readonly unknown[] {
  return PROTOTYPES.flatMap((prototype) =>
    Reflect.ownKeys(prototype).map((key) => [key, Reflect.getOwnPropertyDescriptor(prototype, key)?.value]),
  )
}

const before = inherited()
afterEach(() => {
  expect(inherited()).toEqual(before)
  expect({}).not.toHaveProperty('polluted')
})

const { api } = await openApi([])

describe.each(KEYS)('the key %s', (key) => {
  it.each([
    `{"question":"目标是多少？","${key}":{"polluted":1}}`,
    `{"question":"目标是多少？","filters":{"${key}":{"polluted":1}}}`,
    `{"question":"目标是多少？","filters":{"region":{"${key}":{"polluted":1}}}}`,
    `{"${key}":{"${key}":{"polluted":1}}}`,
  ])('changes nothing in %s', async (body) => {
    expect((await post(api, '/api/v1/answers', body)).status).toBeLessThan(500)
    expect((await post(api, '/api/v1/search', body.replace('question', 'query'))).status).toBeLessThan(500)
  })

  it('changes nothing in an address', async () => {
    for (const query of [`${key}[polluted]=1`, `${key}.polluted=1`, `${key}=polluted`, `region[${key}]=1`])
      expect((await api.request(`/api/v1/targets?${query}`)).status).toBeLessThan(500)
    for (const path of ['documents', 'jobs', 'answers', `passages/${key}/similar?x=`])
      expect((await api.request(`/api/v1/${path}/${key}`)).status).toBe(404)
  })

  it('changes nothing as a field of a form', async () => {
    const form = new FormData()
    form.append(key, new File(['{"polluted":1}'], key))
    form.append(`${key}[polluted]`, '1')
    form.append('file', '1')
    expect((await api.request('/api/v1/documents', { method: 'POST', body: form })).status).toBeLessThan(500)
  })

  it('changes nothing as a name inside a document or an archive', async () => {
    const docx = docxOf({
      body: `${paragraph('总体要求', 1, 0, `<w:pStyle w:val="${key}"/>`)}<w:p><w:${key} w:${key}="x"/><w:r><w:${key}/><w:t ${key}="x">一</w:t></w:r></w:p>`,
      styles: `<w:style w:type="paragraph" w:styleId="${key}"><w:basedOn w:val="${key}"/></w:style>`,
      numbering: abstract(0, level(0, key, '%1、')) + num(1, 0),
    })
    expect((await readerFor('a.docx', docx).read('a.docx', docx)).text).toBe('1、总体要求\n一')
    const page = Buffer.from(
      `<p ${key}="polluted" id="${key}" class="${key}">总体要求<${key}>甲</${key}></p>`,
    )
    expect((await readerFor('a.html', page).read('a.html', page)).text).toContain('总体要求')
    const files: string[] = []
    for await (const { file } of archiveReader.listEntries('a.zip', zipOf([{ name: key, content: 'x' }])))
      files.push(file)
    expect(files).toEqual([key])
  })
})
