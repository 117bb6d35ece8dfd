// The part of bidi-js the packet uses; the package brings no types.
declare module 'bidi-js' {
  interface Bidi {
    getEmbeddingLevels(text: string, base?: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  }
  // biome-ignore lint/style/noDefaultExport: that is how the package is made
  export default function bidiFactory(): Bidi;
}
