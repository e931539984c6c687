import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { applyDisplay, loadDisplay } from './display-setting.ts'

applyDisplay(loadDisplay())

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
