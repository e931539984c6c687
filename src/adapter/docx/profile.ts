/** The national profile of GB/T 9704-2012; lengths in twips, a twentieth of a point. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1587,
  right: 1474,
  /** Puts the dash of the page number 7 mm under the type area, as measured on a printed page. */
  footer: 1440,
} as const

/** 22 lines of 28 characters: 16 pt type set a quarter of a point closer on lines of 28.95 pt. */
export const GRID = { line: 579, spacing: -5, indentChars: 200, indent: 630 } as const

/** Half points. */
export const SIZE = { title: 44, body: 32, footer: 28, mark: 28, annex: 21 } as const

/** Names as offices have them; a machine without a font is told another of the same kind. */
export const FONT = {
  title: { name: '方正小标宋简体', fallback: 'STZhongsong' },
  body: { name: '仿宋_GB2312', fallback: 'FangSong' },
  first: { name: '黑体', fallback: 'SimHei' },
  second: { name: '楷体_GB2312', fallback: 'KaiTi' },
  number: { name: '宋体', fallback: 'SimSun' },
} as const

export const STYLE = {
  title: 'PlanTitle',
  draft: 'PlanDraft',
  mark: 'PlanMark',
  blank: 'PlanBlank',
  body: 'PlanBody',
  signature: 'PlanSignature',
  annexLabel: 'PlanAnnexLabel',
  annexCell: 'PlanAnnexCell',
  headings: ['Heading1', 'Heading2', 'Heading3', 'Heading4'],
} as const

/** Width of the table columns; together the width of the type area. */
export const ANNEX_COLUMNS = [1050, 1900, 1200, 4695] as const
