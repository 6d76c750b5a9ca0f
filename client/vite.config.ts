import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['CENACLE_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs in one page lose updates in silence.
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // An inlined font or picture would need data: in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Lets a test weigh what the first screen loads.
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/ws': { target: api, ws: true }, '/collab': { target: api, ws: true } },
  },
})
