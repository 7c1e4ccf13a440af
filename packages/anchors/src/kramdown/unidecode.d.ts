/** A package that brings no types. */
declare module 'unidecode' {
  /** Latin letters for any text of the basic plane; `[?]` for what it does not know. */
  const unidecode: (text: string) => string;
  export default unidecode;
}
