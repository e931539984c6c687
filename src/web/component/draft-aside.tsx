import type { OutlineJson } from '../../api/outline-schema.ts'
import type { DraftSources } from '../draft-source.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DraftChips, DraftSentences } from './draft-sentences.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly sources: DraftSources
  readonly draft: Draft
}

/** What is not in the draft: left out with the reason, and what other bodies do. */
export function DraftAside({ outline, sources, draft }: Props) {
  const { dropped, borrowable } = outline
  return (
    <>
      {dropped.length > 0 && (
        <details className="draft-aside" data-testid="draft-dropped">
          <summary>上年写过、没有沿用的 {dropped.length} 处</summary>
          <ul>
            {dropped.map(({ text, reason, basis }) => (
              <li key={`${basis.join()}${text}`}>
                <blockquote>{text}</blockquote>
                <p className="note">
                  {reason}
                  <DraftChips chips={sources.under(basis)} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {borrowable.length > 0 && (
        <details className="draft-aside" data-testid="draft-borrowable">
          <summary>外地在做、本地计划里没有的 {borrowable.length} 项</summary>
          <p className="note">不在提纲之内。采用的会标明“借鉴”和出处。</p>
          <ul>
            {borrowable.map((item) => (
              <li key={item.id}>
                {item.heading !== '' && <h3>{item.heading}</h3>}
                <DraftSentences sentences={item.sentences} sources={sources} />
                <Borrow
                  itemId={item.id}
                  name={item.heading || item.text.slice(0, 20)}
                  {...{ outline, draft }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface BorrowProps extends Omit<Props, 'sources'> {
  readonly itemId: string
  readonly name: string
}

function Borrow({ itemId, name, outline, draft }: BorrowProps) {
  return (
    <label className="draft-borrow">
      <span className="visually-hidden">{name}：</span>
      采用到
      <select
        value=""
        onChange={(event) =>
          draft.change([{ kind: 'borrow', item_id: itemId, section_id: event.target.value, before: null }])
        }
      >
        <option value="" disabled>
          选择部分
        </option>
        {outline.sections.map(({ id, number, heading }) => (
          <option key={id} value={id}>
            {number}
            {heading}
          </option>
        ))}
      </select>
    </label>
  )
}
