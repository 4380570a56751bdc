import { createApp, currentLocale, loadTexts } from '@heng/web-kit'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { rooms } from './rooms.ts'

const show = (): void => {
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html has no element #root')
  const { App } = createApp(rooms)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
// Not awaited at the top level: the bundler would cut the shell into a hundred files.
void loadTexts(currentLocale()).then(show)
