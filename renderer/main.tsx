// Starts the window: finds the host, then shows the app.
import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/notifications/styles.css';
import './styles/window.css';
import './styles/letter-editor.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { desktopApi } from './bridge/desktop-api.ts';
import { createDesktopHost } from './bridge/desktop-host.ts';
import { createHttpHost } from './bridge/http-host.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root.');
const desktop = desktopApi();
const host = desktop === undefined ? createHttpHost() : await createDesktopHost(desktop);
createRoot(root).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
);
