import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createJiebaSegmenter } from '../../../src/adapter/nodejieba/segmenter.ts'
import { normalisedView } from '../../../src/corpus/index.ts'
import { ConfigError } from '../../../src/error.ts'
import { termsOf } from '../../../src/text/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const DICTIONARY = fileURLToPath(
  new URL('../../../src/adapter/nodejieba/health-administration.dict.utf8', import.meta.url),
)
const wordsOf = (text: string) =>
  termsOf(normalisedView(text), createJiebaSegmenter({ userDictionary: DICTIONARY })).word

describe('nodejieba segmenter', () => {
  it('keeps a year, a percentage and a Latin word whole', () => {
    expect(wordsOf('2025年签约率达到33.5%,做好COVID防控')).toEqual(
      expect.arrayContaining(['2025', '33.5', 'covid', '签约率']),
    )
    const cut = createJiebaSegmenter({ userDictionary: DICTIONARY }).cut('2025年33.5万人接种COVID疫苗')
    expect(cut).toEqual(expect.arrayContaining(['2025', '33.5', 'COVID']))
  })

  it('loses no character', () => {
    const text = '一、扎实推进医共体建设;新增托位300个(含普惠托位200个)。'
    expect(createJiebaSegmenter({ userDictionary: DICTIONARY }).cut(text).join('')).toBe(text)
  })

  it('knows the terms of the field, in either script', () => {
    expect(wordsOf('推进縣域醫共體建設')).toContain('县域医共体')
    expect(wordsOf('开展安宁疗护和窝沟封闭')).toEqual(['开展', '安宁疗护', '窝沟封闭'])
  })

  it('cuts every term of its user dictionary as one word', () => {
    const segmenter = createJiebaSegmenter({ userDictionary: DICTIONARY })
    const terms = readFileSync(DICTIONARY, 'utf8').trimEnd().split('\n')
    expect(terms.filter((term) => !segmenter.cut(term).includes(term))).toEqual([])
    expect(new Set(terms).size).toBe(terms.length)
  })

  it('has an id of the library version and the content of the user dictionary', () => {
    const { id } = createJiebaSegmenter({ userDictionary: DICTIONARY })
    expect(id).toMatch(/^nodejieba-\d+\.\d+\.\d+-[0-9a-f]{8}$/)
    const copy = `${temporaryFolder()}/copy.utf8`
    copyFileSync(DICTIONARY, copy)
    expect(createJiebaSegmenter({ userDictionary: copy }).id).toBe(id)
    writeFileSync(copy, '托位\n')
    expect(createJiebaSegmenter({ userDictionary: copy }).id).not.toBe(id)
  })

  it('refuses a dictionary that is missing or a folder, instead of aborting the process', () => {
    const folder = temporaryFolder()
    for (const path of [`${folder}/missing.utf8`, folder]) {
      expect(() => createJiebaSegmenter({ userDictionary: path })).toThrow(ConfigError)
      expect(() => createJiebaSegmenter({ userDictionary: path })).toThrow(path)
    }
  })

  it('refuses a path the library would take for two', () => {
    const path = `${temporaryFolder()}/a;b.utf8`
    writeFileSync(path, '托位\n')
    expect(() => createJiebaSegmenter({ userDictionary: path })).toThrow(ConfigError)
  })

  it('refuses a second dictionary in one process, which would change the words of the first', () => {
    wordsOf('托位')
    const path = `${temporaryFolder()}/other.utf8`
    writeFileSync(path, '托位\n')
    expect(() => createJiebaSegmenter({ userDictionary: path }).cut('托位')).toThrow(ConfigError)
    expect(wordsOf('县域医共体')).toContain('县域医共体')
  })
})
