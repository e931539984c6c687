import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pageImagesOf } from '../../../src/adapter/ocr/page-images.ts'
import { readInChild } from '../../../src/adapter/parser-process/index.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import { damaged, random } from '../../fixture/format/fuzz.ts'
import { grayOf, pageCanvas } from '../../fixture/format/page-image.ts'
import { pdfOf } from '../../fixture/format/pdf-writer.ts'

const LINES = [
  '　　一、总体要求',
  '　　坚持以人民健康为中心，全面推进健康临江建设，家庭医生签',
  '约率达到75%以上，新建村卫生室20个。',
]
const PARAGRAPHS = [
  '一、总体要求',
  '坚持以人民健康为中心，全面推进健康临江建设，家庭医生签约率达到75%以上，新建村卫生室20个。',
]
const CANVAS = pageCanvas(LINES, 1240, 600)
const PNG = CANVAS.toBuffer('image/png')

describe('recognising text', () => {
  it.each([
    ['扫描.png', async () => PNG],
    [
      '扫描.jpg',
      async () => sharp(PNG).rotate(0.4, { background: 'white' }).jpeg({ quality: 60 }).toBuffer(),
    ],
    ['扫描.tif', async () => sharp(PNG).tiff().toBuffer()],
    ['扫描.pdf', async () => pdfOf([{ image: grayOf(pageCanvas(LINES)) }])],
  ])(
    'reads %s into paragraphs',
    async (file, bytes) => {
      const read = await readInChild(file, await bytes())
      expect(read.encoding).toBe('ocr')
      expect(read.text.split('\n')).toEqual(PARAGRAPHS)
      expect(read.doubts).toEqual([])
    },
    60_000,
  )

  it('says that a picture holds no text', async () => {
    const blank = pageCanvas([], 400, 400).toBuffer('image/png')
    await expect(readInChild('空白.png', blank)).rejects.toThrow('没有识别出文字')
  })
})

describe('a hostile picture', () => {
  it('that declares a thousand million points is refused before it is unpacked', async () => {
    const header = Buffer.from(PNG)
    header.writeUInt32BE(100_000, 16)
    header.writeUInt32BE(100_000, 20)
    await expect(readInChild('大.png', header)).rejects.toBeInstanceOf(UnreadableFileError)
  })

  it('is a page or a named refusal in 200 damaged copies', async () => {
    const next = random(66)
    const small = pageCanvas(['要点'], 300, 300)
    const sounds = [small.toBuffer('image/png'), small.toBuffer('image/jpeg')]
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(sounds[round % 2] ?? PNG, next)
      await pageImagesOf('a.png', bytes)
        .then((images) => images.page(0))
        .catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFileError))
    }
  })
})
