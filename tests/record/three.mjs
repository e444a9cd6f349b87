import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';
const hello = new WebAssembly.Module(readFileSync('hello.wasm'));
for (const name of ['Cart', 'Auth', 'Resize']) {
  const wasi = new WASI({ version: 'preview1', args: [name] });
  wasi.start(new WebAssembly.Instance(hello, wasi.getImportObject()));
}
