import type { DraftChip } from '../draft-source.ts'
import { pathLabel, placeAndYears } from '../wording.ts'

interface Props {
  readonly label: string
  readonly chips: readonly DraftChip[]
}

/** On paper, where no mark can be opened: what something rests on, by name and place. */
export function PaperSources({ label, chips }: Props) {
  const names = chips
    .flatMap(({ citation, siblings }) => [citation, ...siblings])
    .map((one) => `${one.document_title}（${placeAndYears(one)}）${pathLabel(one.path)}`)
  if (names.length === 0) return null
  return (
    <span className="on-paper paper-sources">
      {label}：{[...new Set(names)].join('；')}。
    </span>
  )
}
