import type { CorrectionRequestJson, InspectionJson } from '../api/document-schema.ts'
import { kindLabel, NOT_STATED, periodLabel } from './wording.ts'

type MetadataJson = InspectionJson['metadata']
type Change = NonNullable<CorrectionRequestJson['metadata']>
type PlaceJson = NonNullable<MetadataJson['jurisdiction']>['value']
type KindJson = NonNullable<MetadataJson['kind']>['value']

/** The facts of a document as a form holds them. An empty text says that the document does not state it. */
export interface Draft {
  readonly title: string
  readonly issuer: string
  readonly place: string
  readonly parent: string
  readonly level: PlaceJson['level'] | ''
  readonly from: string
  readonly to: string
  readonly kind: KindJson | ''
  readonly documentNumber: string
  readonly issuedOn: string
}

export type DraftField = Exclude<keyof MetadataJson, 'script'>

/** The inputs each fact is entered with. */
const INPUTS = {
  title: ['title'],
  issuer: ['issuer'],
  jurisdiction: ['place', 'parent', 'level'],
  years: ['from', 'to'],
  kind: ['kind'],
  document_number: ['documentNumber'],
  issued_on: ['issuedOn'],
} as const satisfies Readonly<Record<DraftField, readonly (keyof Draft)[]>>

const FIELDS = Object.keys(INPUTS) as readonly DraftField[]

export function draftOf(metadata: MetadataJson): Draft {
  const place = metadata.jurisdiction?.value
  const years = metadata.years?.value
  return {
    title: metadata.title?.value ?? '',
    issuer: metadata.issuer?.value ?? '',
    place: place?.name ?? '',
    parent: place?.parent ?? '',
    level: place?.level ?? '',
    from: years?.[0].toString() ?? '',
    to: years?.[1].toString() ?? '',
    kind: metadata.kind?.value ?? '',
    documentNumber: metadata.document_number?.value ?? '',
    issuedOn: metadata.issued_on?.value ?? '',
  }
}

/** What the program had read, with what a person has put in its place left aside. */
export function draftAsRead({ metadata, correction }: InspectionJson): Draft {
  const read = (correction?.metadata ?? []).map(({ field, read: value }) => [
    field,
    value === null || value === undefined ? null : { value, evidence: null, inferred: false },
  ])
  // The service stores what it read under the schema of the field; the wire leaves the type open.
  return draftOf({ ...metadata, ...(Object.fromEntries(read) as Partial<MetadataJson>) })
}

export function isCorrected({ correction }: InspectionJson, field: DraftField): boolean {
  return correction?.metadata.some((one) => one.field === field) === true
}

/** The inputs of one fact, taken from a draft. */
export function inputsOf(draft: Draft, field: DraftField): Partial<Draft> {
  return Object.fromEntries(INPUTS[field].map((input) => [input, draft[input]]))
}

/** One fact in words. */
export function draftLabel(draft: Draft, field: DraftField): string {
  if (isEmpty(draft, field)) return NOT_STATED
  if (field === 'jurisdiction')
    return draft.parent === '' ? draft.place : `${draft.place}（属${draft.parent}）`
  if (field === 'years') return periodLabel([Number(draft.from), Number(draft.to)])
  if (field === 'kind') return kindLabel(draft.kind || 'other')
  return draft[INPUTS[field][0]]
}

/** What to tell the service: fields that were changed, and those that are again as they were read. */
export function correctionOf(inspection: InspectionJson, draft: Draft): CorrectionRequestJson {
  const now = draftOf(inspection.metadata)
  const read = draftAsRead(inspection)
  const changed = FIELDS.filter((field) => !isSame(draft, now, field))
  const isBack = (field: DraftField) => isCorrected(inspection, field) && isSame(draft, read, field)
  const said = changed.filter((field) => !isBack(field)).map((field) => [field, wireValue(draft, field)])
  return { metadata: Object.fromEntries(said) as Change, revert: changed.filter(isBack) }
}

/** What the form itself can see to be wrong, by field. */
export function draftFaults({ from, to }: Draft): ReadonlyMap<DraftField, string> {
  const years = [from, to].map((year) => year.trim()).filter((year) => year !== '')
  if (years.some((year) => !/^\d{4}$/.test(year))) return new Map([['years', '年份请写四位数字。']])
  const isBackwards = years.length === 2 && Number(years[0]) > Number(years[1])
  return new Map(isBackwards ? [['years', '起始年份不能晚于截止年份。']] : [])
}

function wireValue(draft: Draft, field: DraftField): Change[DraftField] {
  if (isEmpty(draft, field)) return null
  switch (field) {
    case 'jurisdiction': {
      const [name, parent] = [draft.place.trim(), draft.parent.trim()]
      return { name, ...(parent && { parent }), ...(draft.level && { level: draft.level }) }
    }
    case 'years':
      return [Number(draft.from || draft.to), Number(draft.to || draft.from)]
    case 'kind':
      return draft.kind || null
    default:
      return draft[INPUTS[field][0]].trim()
  }
}

function isEmpty(draft: Draft, field: DraftField): boolean {
  if (field === 'years') return draft.from.trim() + draft.to.trim() === ''
  return draft[INPUTS[field][0]].trim() === ''
}

function isSame(a: Draft, b: Draft, field: DraftField): boolean {
  const isNameAlone = field === 'jurisdiction' && a.parent.trim() + a.level === ''
  if (isNameAlone) return a.place.trim() === b.place.trim()
  return INPUTS[field].every((input) => a[input].trim() === b[input].trim())
}
