declare module 'pngjs' {
  /** RGBA, row by row. */
  export interface PNG {
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
  }
  export const PNG: { readonly sync: { read(bytes: Buffer): PNG } };
}
