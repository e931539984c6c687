export {
  type Exported,
  type ExportMode,
  type ExportOptions,
  exportModeSchema,
  type WordExporter,
} from './export.ts'
export { outlineJson } from './json.ts'
export { outlineMarkdown } from './markdown.ts'
