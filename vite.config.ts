import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./src/web'),
  publicDir: here('./src/web/public-asset'),
  build: {
    outDir: here('./public'),
    emptyOutDir: true,
    // Government desktops run browsers on Chromium of about 2022; Vite's own default is newer.
    target: ['chrome105', 'safari16', 'firefox115'],
    // The polyfill would be the only code that adds elements to the head.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
