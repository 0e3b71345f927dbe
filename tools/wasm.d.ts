// The factory that Emscripten writes beside keyrack.wasm. Its exports are the C functions with a leading underscore.
declare module '*/keyrack.mjs' {
  const createKeyrack: (options?: Record<string, unknown>) => Promise<any>;
  export default createKeyrack;
}
// What tools/package.mjs makes of assets/icons.txt: path data by name.
declare module '*/icons.json' {
  const icons: Record<string, string>;
  export default icons;
}
// What tools/package.mjs packaged, for web/files.mjs.
declare const KEYRACK_FILES: Record<string, { path: string; bytes: number }>;
// Whether all of it lies in one HTML file: tools/package/single.mjs.
declare const KEYRACK_ONE_FILE: boolean;
