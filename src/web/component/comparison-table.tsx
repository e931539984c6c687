import type { AnswerJson } from '../../api/schema.ts'
import { type ComparedCellJson, toComparisonRows } from '../comparison-rows.ts'
import { isVerified } from '../verdict.ts'
import { Sentence } from './sentence.tsx'

interface Props {
  readonly answer: AnswerJson
  readonly comparison: NonNullable<AnswerJson['comparison']>
}

/** Sides next to each other; a side that says nothing says so in its cell. */
export function ComparisonTable({ answer, comparison }: Props) {
  const { columns, rows } = toComparisonRows(comparison)
  const isNamed = columns.some((column) => column !== '')
  return (
    <table className="comparison" data-testid="comparison">
      <caption className="visually-hidden">逐项对照</caption>
      {isNamed && (
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index]} data-column={columns[index]}>
                {cell === null ? null : <Cell cell={cell} answer={answer} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell, answer }: { readonly cell: ComparedCellJson; readonly answer: AnswerJson }) {
  const own = cell.sentences.flatMap((index) => {
    const sentence = answer.sentences[index]
    return sentence !== undefined && isVerified(sentence) ? [{ sentence, index }] : []
  })
  if (own.length === 0) return <p className="note">{cell.note ?? '全文已检，未提及'}</p>
  return (
    <ul>
      {own.map(({ sentence, index }) => (
        <Sentence
          key={index}
          sentence={sentence}
          citations={answer.citations}
          about={{ answerId: answer.id, sentence: index }}
        />
      ))}
    </ul>
  )
}
