import { createApp } from '@heng/web-kit'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { rooms } from './rooms.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no element #root')
const { App } = createApp(rooms)
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
