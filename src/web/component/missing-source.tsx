import type { SourceTarget } from '../opened-source.ts'

/** What stands in place of an original that is no longer there. What was quoted of it is in the answer itself. */
export function MissingSource({ target }: { readonly target: SourceTarget }) {
  if (target.kind !== 'citation') return <p className="missing-source">库中没有这份文件，它可能已被删除。</p>
  const { citation } = target
  return (
    <div className="missing-source">
      <p>这份文件（{citation.file}）已从库中删除，打不开原文，也无法再次核对。回答当时引用的文字是：</p>
      <blockquote>{citation.cited_text}</blockquote>
    </div>
  )
}
