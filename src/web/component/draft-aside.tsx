import type { OutlineJson } from '../../api/outline-schema.ts'
import { focusTask } from '../draft-focus.ts'
import type { DraftSources } from '../draft-source.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DraftSectionChoice } from './draft-section-choice.tsx'
import { DraftChips, DraftSentences } from './draft-sentences.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly sources: DraftSources
  readonly draft: Draft
}

/** What is not in the draft: left out with the reason, and what other bodies do. */
export function DraftAside({ outline, sources, draft }: Props) {
  const { dropped, borrowable } = outline
  const borrow = async (item_id: string, section_id: string) => {
    if (await draft.change([{ kind: 'borrow', item_id, section_id, before: null }]))
      focusTask(item_id, 'edit')
  }
  return (
    <>
      {dropped.length > 0 && (
        <details id="draft-dropped" className="draft-aside" data-testid="draft-dropped">
          <summary>未沿用：往年写过、这次没有写的 {dropped.length} 处</summary>
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
        <details id="draft-borrowable" className="draft-aside" data-testid="draft-borrowable">
          <summary>可借鉴：外地在做、本地计划里没有的 {borrowable.length} 项</summary>
          <p className="note">
            不在提纲之内。采用的放在所选部分的末尾，标明“借鉴”和出处；里面的地名、数字要改成本地的。
          </p>
          <ul>
            {borrowable.map((item) => (
              <li key={item.id}>
                {item.heading !== '' && <h3>{item.heading}</h3>}
                <DraftSentences sentences={item.sentences} sources={sources} />
                <p className="draft-standing">
                  <span className="draft-rests">
                    出自
                    <DraftChips chips={sources.under(item.basis)} />
                  </span>
                  <DraftSectionChoice
                    sections={outline.sections}
                    verb="采用到"
                    name={item.heading || item.text.slice(0, 20)}
                    onChoose={(sectionId) => borrow(item.id, sectionId)}
                  />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
