import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.SERVICECRM_SERVER ?? 'http://localhost:5080';
const proxied = ['/auth', '/files', '/portal/graphql', '/portal/files', '/portal/auth'];

export default defineConfig({
  plugins: [
    react(),
    {
      // The server maps /portal/… to portal.html; the dev server does the same.
      name: 'portal-pages',
      configureServer(dev) {
        dev.middlewares.use((request, _response, next) => {
          if (/^\/portal(\/(requests|my|sign-in|profile)(\/[^/]+)?)?\/?(\?.*)?$/.test(request.url ?? '')) request.url = '/portal.html';
          next();
        });
      },
    },
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    // The content security policy allows no data: URLs for scripts and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The API explorer is one large page of its own; nothing else comes near this.
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: {
        console: fileURLToPath(new URL('./index.html', import.meta.url)),
        portal: fileURLToPath(new URL('./portal.html', import.meta.url)),
        explorer: fileURLToPath(new URL('./explorer.html', import.meta.url)),
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      ...Object.fromEntries(proxied.map((path) => [path, { target: server }])),
      '^/imports/[^/]+/refused.csv$': { target: server },
      '^/privacy-requests/[^/]+/export.zip$': { target: server },
      '/graphql': { target: server, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    testTimeout: 20_000,
  },
});
