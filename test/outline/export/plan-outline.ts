import { type Document, type Section, sha256 } from '../../../src/corpus/index.ts'
import type { Outline } from '../../../src/outline/outline.ts'
import { sentencesIn } from '../../../src/text/index.ts'
import { itemOf, outlineOf } from './outline-maker.ts'

/** A draft with the weight of a real one: a plan's own tree, every sentence resting on itself. */
export function outlineOfPlan(document: Document, title: string): Outline {
  const { sections } = document
  const upper = sections.filter(({ level }) => level === 1)
  return outlineOf({
    title,
    sections: upper.map((section) => {
      const below = sections.filter(
        ({ level, start, end }) => level > 1 && level <= 4 && start >= section.start && end <= section.end,
      )
      return {
        id: section.id,
        number: section.number,
        heading: section.heading,
        intro: sentencesAt(document, section.headingEnd, below[0]?.start ?? section.end, section),
        items: below.map((item, at) => {
          const sentences = sentencesAt(document, item.headingEnd, below[at + 1]?.start ?? section.end, item)
          return itemOf({
            id: item.id,
            level: item.level,
            number: item.number,
            heading: item.heading,
            sentences,
            basis: [basisAt(document, item.start, item.headingEnd, section)],
            status: 'continued',
            origin: 'own',
          })
        }),
      }
    }),
  })
}

function sentencesAt(document: Document, start: number, end: number, section: Section) {
  return sentencesIn(document.text, { start, end }).flatMap((range) => {
    const basis = basisAt(document, range.start, range.end, section)
    const text = basis.quote.replace(/\s+/gu, '')
    return text === '' || text === '。' ? [] : [{ text, verdict: 'quoted' as const, basis: [basis] }]
  })
}

function basisAt(document: Document, start: number, end: number, section: Section) {
  const quote = document.text.slice(start, end).trim()
  return {
    span: { documentId: document.id, start, end },
    quote,
    sha256: sha256(quote),
    path: [`${section.number}${section.heading}`],
    title: document.metadata.title?.value ?? document.file,
    file: document.file,
    jurisdiction: document.metadata.jurisdiction?.value ?? null,
    years: document.metadata.years?.value ?? null,
  }
}
