import { defineConfig } from 'vite';

/** One file for start-up's sake; what a command seldom needs is a chunk of its own, loaded when it is. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    minify: true,
    target: 'node20',
    // they find their own files beside them
    rollupOptions: {
      external: ['jiti', '@resvg/resvg-js'],
      input: { mxg: 'src/main.ts', api: 'src/api.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  resolve: { conditions: ['@mxg/source'] },
  ssr: { noExternal: /^(?!jiti$|@resvg\/)/, resolve: { conditions: ['@mxg/source'] } },
});
