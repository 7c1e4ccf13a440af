/** An XML attribute, its value with entities resolved. Kept as a list, since order counts and any name may occur. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** The value of the attribute of that name, or null. */
export function attributeValue(attributes: readonly Attribute[], name: string): string | null {
  return attributes.find((attribute) => attribute.name === name)?.value ?? null;
}
