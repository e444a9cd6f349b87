/** Why there is nobody to ask: a unikernel's library OS, or a Wasm module. */
export type NoShell = 'library-os' | 'module';
