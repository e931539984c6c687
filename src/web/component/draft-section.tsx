import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { OutlineJson } from '../../api/outline-schema.ts'
import { focusPlace } from '../draft-focus.ts'
import type { DraftSources } from '../draft-source.ts'
import type { Draft } from '../hook/use-draft.ts'
import type { Written } from '../hook/use-unsaved.ts'
import { DraftItem } from './draft-item.tsx'
import { DraftItemForm } from './draft-item-form.tsx'
import { DraftQuestion } from './draft-question.tsx'
import { DraftRename } from './draft-rename.tsx'
import { DraftSentences } from './draft-sentences.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly index: number
  /** Ids of the tasks shown; null shows all. */
  readonly shown: ReadonlySet<string> | null
  readonly sources: DraftSources
  readonly draft: Draft
}

/** One part of a draft with its tasks. */
export function DraftSection({ outline, index, shown, sources, draft }: Props) {
  const section = outline.sections[index]
  if (section === undefined) return null
  const { items } = section
  if (shown !== null && !items.some(({ id }) => shown.has(id))) return null
  return (
    <section className="draft-section" data-testid="draft-section" aria-labelledby={`section-${section.id}`}>
      <Head section={section} index={index} draft={draft} />
      {section.intro_sentences.length > 0 && (
        <DraftSentences sentences={section.intro_sentences} sources={sources} />
      )}
      <ol>
        {items.map(
          (item, at) =>
            (shown === null || shown.has(item.id)) && (
              <DraftItem
                key={item.id}
                item={item}
                outline={outline}
                section={section}
                before={items[at - 1]?.id ?? null}
                after={items[at + 2]?.id ?? null}
                isLast={at === items.length - 1}
                sources={sources}
                draft={draft}
              />
            ),
        )}
      </ol>
      {shown === null && <Addition outline={outline} section={section} sources={sources} draft={draft} />}
    </section>
  )
}

interface PartProps extends Pick<Props, 'draft'> {
  readonly section: OutlineJson['sections'][number]
}

function Head({ section, index, draft }: PartProps & Pick<Props, 'index'>) {
  const [isAsking, setAsking] = useState(false)
  const { id, number, heading, items } = section
  const button = `regenerate-${id}`
  const touched = items.filter(({ state, origin }) => state !== 'draft' || origin === 'none').length
  const regenerate = async () => {
    setAsking(false)
    focusPlace(button)
    await draft.regenerate(index + 1)
    focusPlace(button)
  }
  return (
    <>
      <div className="draft-section-head">
        <DraftRename
          name={heading}
          label="部分标题"
          longest={300}
          save={(words) => draft.change([{ kind: 'section', section_id: id, heading: words }])}
        >
          <h2 id={`section-${id}`} tabIndex={-1}>
            {number}
            {heading}
          </h2>
        </DraftRename>
        <button
          id={button}
          type="button"
          className="quiet"
          aria-label={`重新生成：${heading}`}
          onClick={() => (touched > 0 ? setAsking(true) : void regenerate())}
        >
          重新生成
        </button>
      </div>
      {isAsking && (
        <DraftQuestion
          yes="重新生成"
          no="不生成"
          onYes={regenerate}
          onNo={() => {
            setAsking(false)
            focusPlace(button)
          }}
        >
          这一部分有 {touched}{' '}
          条您已经采纳、修改、否决或添加过，重新生成会换回初稿。其他部分不变，也可以撤销。
        </DraftQuestion>
      )}
    </>
  )
}

interface AdditionProps extends PartProps {
  readonly outline: OutlineJson
  readonly sources: DraftSources
}

const NOTHING: Written = { heading: '', text: '' }

function Addition({ outline, section, sources, draft }: AdditionProps) {
  const place = `${outline.id}/add-${section.id}`
  const [isAdding, setAdding] = useState(draft.unsaved.all.has(place))
  const add = (words: Written) =>
    draft.change([{ kind: 'add', section_id: section.id, before: null, level: 2, ...words }])
  if (isAdding)
    return (
      <DraftItemForm
        saved={NOTHING}
        place={place}
        unsaved={draft.unsaved}
        basis={[]}
        sources={sources}
        save={add}
        onDone={() => {
          flushSync(() => setAdding(false))
          focusPlace(`add-${section.id}`)
        }}
      />
    )
  return (
    <button
      id={`add-${section.id}`}
      type="button"
      className="quiet"
      aria-label={`添加一条：${section.heading}`}
      onClick={() => setAdding(true)}
    >
      添加一条
    </button>
  )
}
