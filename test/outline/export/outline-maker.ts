import fc from 'fast-check'
import { sha256 } from '../../../src/corpus/index.ts'
import { type Outline, type OutlineItem, outlineSchema } from '../../../src/outline/outline.ts'

/** Characters that break writers: markup, control, half characters, both directions, pictures, beyond the first plane. */
const HOSTILE = [
  '<w:p/>',
  '&amp;',
  ']]>',
  '<!--',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\u{1fffe}',
  '\u202e',
  'مرحبا',
  'שלום',
  '👩‍⚕️',
  '𠮷',
  '\t',
  '\r\n',
  '\n',
  '\u2028',
  '  ',
  '\u00a0',
  '\ufeff',
  '{{x}}',
  '_x000D_',
  '# 题',
  '* 甲',
  '|',
  '\\',
  '`码`',
  '[a](b)',
  '1. ',
  '---',
  '〔待定〕',
  '〔2026〕5号',
]
const WORDS =
  '推进 加强 基层 医疗 服务 体系 建设 完成 村卫生室 提升 达到 75%以上 1.2万人 ， 、 ； “试点” （含分院） 全市 《办法》 —— · 2026年'.split(
    ' ',
  )

const plainText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((w) => w.join(''))
const anyText = fc.oneof(
  { weight: 4, arbitrary: plainText },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...WORDS, ...HOSTILE), { minLength: 1, maxLength: 12 })
      .map((w) => w.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }) },
)

/** What Word keeps nothing of: a text of nothing but line ends is no text. */
const text = anyText.filter((words) => words.trim() !== '')

const basis = fc
  .record({
    quote: text,
    title: text,
    path: fc.array(text, { maxLength: 3 }),
    start: fc.nat(9999),
    years: fc.option(fc.integer({ min: 2015, max: 2026 })),
  })
  .map(({ quote, title, path, start, years }) => ({
    span: { documentId: `${start % 7}`.repeat(16), start, end: start + quote.length },
    quote,
    sha256: sha256(quote),
    path,
    title,
    file: 'plan.txt',
    jurisdiction: null,
    years: years === null ? null : [years, years],
  }))

const sentence = fc.record({
  text,
  verdict: fc.constantFrom('quoted', 'proven', 'unproven'),
  basis: fc.array(basis, { maxLength: 2 }),
})

const flag = fc.record({
  kind: fc.constantFrom('time_bound', 'needs_number', 'no_basis', 'empty_phrase'),
  text,
  note: text,
})

const item = fc.record({
  level: fc.integer({ min: 2, max: 4 }),
  number: fc.constant(''),
  heading: fc.oneof(fc.constant(''), text),
  sentences: fc.array(sentence, { maxLength: 4 }),
  status: fc.constantFrom('continued', 'strengthened', 'weakened', 'new', 'merged', 'due', 'borrowed'),
  origin: fc.constantFrom('own', 'upper', 'peer', 'none'),
  basis: fc.array(basis, { maxLength: 3 }),
  targets: fc.constant([]),
  flags: fc.array(flag, { maxLength: 2 }),
  state: fc.constantFrom('draft', 'draft', 'accepted', 'edited', 'rejected'),
})

const section = fc.record({
  number: fc.constant(''),
  heading: text,
  intro: fc.array(sentence, { maxLength: 2 }),
  items: fc.array(item, { maxLength: 8 }),
})

/** Any draft the schema admits, hostile words among the plain ones. */
export const anyOutline: fc.Arbitrary<Outline> = fc
  .record({
    title: text,
    opening: fc.array(sentence, { maxLength: 3 }),
    sections: fc.array(section, { maxLength: 5 }),
  })
  .map(({ title, opening, sections }) =>
    outlineOf({
      title,
      opening,
      sections: sections.map((one, at) => ({
        ...one,
        id: `s${at}`,
        items: one.items.map((task, order) => ({ ...task, id: `s${at}.${order}` })),
      })),
    }),
  )

/** A whole draft from the parts a test speaks of. */
export function outlineOf(parts: Readonly<Record<string, unknown>>): Outline {
  return outlineSchema.parse({
    id: 'draft-1',
    region: '临江市',
    year: 2027,
    title: '临江市卫生健康委员会2027年工作要点',
    basedOn: [],
    opening: [],
    sections: [],
    dropped: [],
    borrowable: [],
    warnings: [],
    mode: 'extractive',
    model: null,
    ...parts,
  })
}

export function itemOf(parts: Readonly<Record<string, unknown>>): OutlineItem {
  const [task] = outlineOf({
    sections: [
      {
        id: 's',
        number: '',
        heading: '节',
        intro: [],
        items: [
          {
            id: 'i',
            level: 2,
            number: '',
            heading: '',
            sentences: [],
            status: 'new',
            origin: 'none',
            basis: [],
            targets: [],
            flags: [],
            state: 'draft',
            ...parts,
          },
        ],
      },
    ],
  }).sections.flatMap(({ items }) => items)
  if (task === undefined) throw new Error('an item was expected')
  return task
}
