import type { Exclusion, Metadata, Range } from '../../corpus/index.ts'
import type { Gazetteer } from '../../text/index.ts'
import { inferPlace } from './inferred-place.ts'
import { statedPlace } from './stated-place.ts'

export interface JurisdictionInput {
  readonly view: string
  readonly title: Range | null
  readonly issuer: Metadata['issuer']
  readonly exclusions: readonly Exclusion[]
  readonly gazetteer: Gazetteer
}

const YEAR_IN_FRONT =
  /^(?:关于(?:印发)?|《|“)*(?:(?:20\d{2}|二[〇○零][一二三四五六七八九〇零○]{2})年?(?:度)?)?/u

/**
 * The place whose plan this is. Issuer and title decide when they name one; a place they name that is on no list
 * makes it unknown; when they name none, the places named in the text are weighed and the result is inferred.
 */
export function findJurisdiction(input: JurisdictionInput): Metadata['jurisdiction'] {
  const { view, title, issuer, gazetteer } = input
  const issuerStart = issuer?.evidence?.start
  const starts = [
    ...(issuerStart === undefined ? [] : [{ at: issuerStart, isInferred: issuer?.inferred === true }]),
    ...(title === null ? [] : [{ at: title.start + yearLength(view, title), isInferred: false }]),
  ]
  for (const { at, isInferred } of starts) {
    const stated = statedPlace(view, at, gazetteer)
    if (stated.kind === 'unknown') return null
    if (stated.kind === 'none') continue
    return { value: stated.value, evidence: stated.range, inferred: isInferred || stated.isDeduced }
  }
  return inferPlace(input)
}

function yearLength(view: string, title: Range): number {
  return YEAR_IN_FRONT.exec(view.slice(title.start, title.end))?.[0].length ?? 0
}
