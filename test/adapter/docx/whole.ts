import fc from 'fast-check'
import mammoth from 'mammoth'
import { docxReader } from '../../../src/adapter/word/index.ts'
import { type ExportOptions, exportModeSchema } from '../../../src/outline/export/index.ts'
import type { Outline } from '../../../src/outline/outline.ts'

export const anyOptions: fc.Arbitrary<ExportOptions> = fc.record({
  mode: fc.constantFrom(...exportModeSchema.options),
  isAdopted: fc.boolean(),
})

/**
 * What two readers that know nothing of the writer miss: they must find the same words, and among them, in order,
 * every word of the tree that is not rejected. The tree is walked here on its own, without the project's numbering.
 */
export async function lossesIn(bytes: Uint8Array, outline: Outline): Promise<readonly string[]> {
  const own = squeezed((await docxReader.read('draft.docx', bytes)).text)
  const other = squeezed((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)
  const losses = own === other ? [] : ['the readers differ']
  let from = 0
  for (const words of wordsOf(outline)) {
    const wanted = squeezed(printable(words))
    const at = own.indexOf(wanted, from)
    if (at === -1) losses.push(`lost: ${JSON.stringify(words)}`)
    else from = at + wanted.length
  }
  return losses
}

function wordsOf({ title, opening, sections }: Outline): readonly string[] {
  const texts = (sentences: Outline['opening']) => sentences.map(({ text }) => text)
  return [
    title,
    ...texts(opening),
    ...sections.flatMap(({ heading, intro, items }) => {
      let above = Number.POSITIVE_INFINITY
      const kept = items.filter(({ level, state }) => {
        if (level > above) return false
        above = state === 'rejected' ? level : Number.POSITIVE_INFINITY
        return state !== 'rejected'
      })
      if (items.length > 0 && kept.length === 0 && intro.length === 0) return []
      return [heading, ...texts(intro), ...kept.flatMap((item) => [item.heading, ...texts(item.sentences)])]
    }),
  ]
}

/** White space is set by readers as they like. */
function squeezed(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Characters no XML can hold, or that turn the reading direction, are named; said here once more, on purpose. */
function printable(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0
      if (/[\r\n\v\f\u0085\u2028\u2029]/u.test(character)) return ''
      const isControl = (code < 32 && code !== 9) || (code >= 127 && code < 160)
      const isHalf = code >= 0xd800 && code < 0xe000
      const isNothing = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)
      const turns =
        [0x61c, 0x200e, 0x200f].includes(code) ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069)
      return isControl || isHalf || isNothing || turns
        ? `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
        : character
    })
    .join('')
}
