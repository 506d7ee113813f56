import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'

/** A locally started server; `npm run dev` hands it every call. */
const server = process.env.DFF_SERVER ?? 'http://127.0.0.1:8088'

export default defineConfig({
  base: '/client-app/',
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  server: { proxy: { '/api': server } },
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    // An inlined asset would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files rather than many small ones: what several pages share travels together.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: /node_modules\/(?!@codemirror|@lezer|style-mod|crelt|w3c-keyname|@marijn)/, minShareCount: 3 }] } } },
  },
})
