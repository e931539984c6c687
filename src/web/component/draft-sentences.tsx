import type { OutlineItemJson } from '../../api/outline-schema.ts'
import type { DraftChip, DraftSources } from '../draft-source.ts'
import { CitationChip } from './citation-chip.tsx'

interface Props {
  readonly sentences: OutlineItemJson['sentences']
  readonly sources: DraftSources
}

/** The sentences of a draft; what no source bears out is underlined, what is open stands in brackets. */
export function DraftSentences({ sentences, sources }: Props) {
  return (
    <p className="draft-words">
      {sentences.map(({ text, verdict, citations: cited }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand there twice
        <span key={index} className="draft-sentence" data-verdict={verdict}>
          <span className="words">{withBlanks(text)}</span>
          {verdict === 'unproven' && /[^〔〕\s。]/u.test(text.replace(/〔[^〕]*〕/gu, '')) && (
            <span className="visually-hidden">（没有依据）</span>
          )}
          <DraftChips chips={sources.behind(cited)} />
        </span>
      ))}
    </p>
  )
}

function withBlanks(text: string) {
  return text.split(/(〔[^〔〕]*〕)/u).map((part, index) =>
    part.startsWith('〔') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
      <span key={index} className="draft-blank">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** Each shows its quote and opens the original. */
export function DraftChips({ chips }: { readonly chips: readonly DraftChip[] }) {
  return chips.map(({ key, text, label, citation }) => (
    <CitationChip key={key} sourceKey={key} text={text} label={label} citation={citation} />
  ))
}
