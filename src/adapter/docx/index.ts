export { createDocxExporter } from './docx-exporter.ts'
