// The factory that Emscripten writes beside keyrack.wasm. Its exports are the C functions with a leading underscore.
declare module '*/keyrack.mjs' {
  const createKeyrack: (options?: Record<string, unknown>) => Promise<any>;
  export default createKeyrack;
}
