const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An attribute's value with the references of XML resolved. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
        (all, hex: string, decimal: string, name: string) => {
          const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          return NAMED[name] ?? (code <= 0x10_ff_ff ? String.fromCodePoint(code) : all);
        },
      )
    : text;
