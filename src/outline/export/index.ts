export {
  type ExportMode,
  type ExportOptions,
  exportModeSchema,
  type WordExporter,
} from './export.ts'
export { aigcLabel } from './label.ts'
export { outlineMarkdown } from './markdown.ts'
export { exportWarnings } from './warning.ts'
