import { dirname, join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const PAGE = /load: \(\) =>\s+import\('([^']+)'\)/g;

/** Tells the server's routes the file of their page, by which the build finds what the browser loads for it. */
const pageFiles = {
  name: 'page-files',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('routes.ts')) return null;
    const fileOf = (module) => `${relative(import.meta.dirname, join(dirname(id), module))}.tsx`;
    return code.replaceAll(PAGE, (load, module) => `${load}, file: '${fileOf(module)}'`);
  },
};

/**
 * The first page's code runs at once, nearly all of it: compiled as a whole beside the main thread, instead of function by
 * function on it (Chromium 136 and later; a comment to others).
 * https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = {
  name: 'compile-hint',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.isEntry) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), isSsrBuild ? pageFiles : compileHint],
  resolve: { alias: { '@': join(import.meta.dirname, 'src') } },
  // The server's bundle stands alone: a production image needs no web libraries.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The build has a limit of its own, for all that the first page loads.
    chunkSizeWarningLimit: Infinity,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // One file for the server: it is loaded anew as a whole.
      ...(isSsrBuild ? { output: { codeSplitting: false } } : {}),
      input: isSsrBuild ? 'src/app/entry-server.tsx' : 'src/app/entry-client.tsx',
    },
  },
}));
