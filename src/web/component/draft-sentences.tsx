import type { OutlineItemJson, OutlineJson } from '../../api/outline-schema.ts'
import { CitationChip } from './citation-chip.tsx'

interface Props {
  readonly sentences: OutlineItemJson['sentences']
  readonly citations: OutlineJson['citations']
}

/** The sentences of a draft; what no source bears out is underlined, what is open stands in brackets. */
export function DraftSentences({ sentences, citations }: Props) {
  return (
    <p className="draft-words">
      {sentences.map(({ text, verdict, citations: cited }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand there twice
        <span key={index} className="draft-sentence" data-verdict={verdict}>
          <span className="words">{withBlanks(text)}</span>
          {verdict === 'unproven' && /[^〔〕\s。]/u.test(text.replace(/〔[^〕]*〕/gu, '')) && (
            <span className="visually-hidden">（没有依据）</span>
          )}
          <Sources numbers={cited} citations={citations} />
        </span>
      ))}
    </p>
  )
}

function withBlanks(text: string) {
  return text.split(/(〔[^〔〕]*〕)/u).map((part, index) =>
    part.startsWith('〔') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
      <span key={index} className="blank">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

interface SourcesProps {
  readonly numbers: readonly number[]
  readonly citations: OutlineJson['citations']
}

/** The numbers of sources; each shows its quote and opens the original. */
export function Sources({ numbers, citations }: SourcesProps) {
  return numbers.map((number) => {
    const citation = citations.find(({ id }) => id === number)
    return (
      citation && (
        <CitationChip
          key={number}
          sourceKey={String(number)}
          text={`[${number}]`}
          label={`出处${number}`}
          citation={citation}
        />
      )
    )
  })
}
