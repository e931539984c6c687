import type { Draft, DraftField } from '../correction-draft.ts'
import { KINDS, kindLabel, NOT_STATED } from '../wording.ts'

interface Props {
  readonly id: string
  readonly field: DraftField
  readonly draft: Draft
  /** What is wrong with the field. */
  readonly fault: string | undefined
  type(change: Partial<Draft>): void
}

/** What one fact of a document is entered with. */
export function CorrectionInput(props: Props) {
  const { field, draft, type } = props
  const said = describedBy(props)
  switch (field) {
    case 'title':
    case 'issuer':
      return <input {...said} value={draft[field]} onChange={on((value) => type({ [field]: value }))} />
    case 'document_number':
      return (
        <input
          {...said}
          value={draft.documentNumber}
          onChange={on((documentNumber) => type({ documentNumber }))}
        />
      )
    case 'issued_on':
      return (
        <input {...said} type="date" value={draft.issuedOn} onChange={on((issuedOn) => type({ issuedOn }))} />
      )
    case 'kind':
      return (
        <select
          {...said}
          value={draft.kind}
          onChange={(event) => type({ kind: KINDS.find((kind) => kind === event.target.value) ?? '' })}
        >
          <option value="">{NOT_STATED}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabel(kind)}
            </option>
          ))}
        </select>
      )
    case 'years':
      return <YearInputs {...props} />
    case 'jurisdiction':
      return <PlaceInput {...props} />
  }
}

function YearInputs(props: Props) {
  const { draft, type } = props
  const common = { ...describedBy(props), inputMode: 'numeric', maxLength: 4 } as const
  return (
    <span className="inputs">
      <input {...common} aria-label="起始年份" value={draft.from} onChange={on((from) => type({ from }))} />
      <span aria-hidden="true">至</span>
      <input
        {...common}
        id={undefined}
        aria-label="截止年份"
        value={draft.to}
        onChange={on((to) => type({ to }))}
      />
    </span>
  )
}

function PlaceInput(props: Props) {
  const { draft, type } = props
  return (
    <input
      {...describedBy(props)}
      value={draft.place}
      onChange={on((place) => type({ place, parent: '', level: '' }))}
    />
  )
}

function describedBy({ id, fault }: Props) {
  return {
    id,
    'aria-describedby': fault === undefined ? `${id}-note` : `${id}-fault ${id}-note`,
    'aria-invalid': fault !== undefined,
    autoComplete: 'off',
  }
}

function on(tell: (value: string) => void) {
  return (event: { readonly target: { readonly value: string } }) => tell(event.target.value)
}
