export const mermaid = (): string => '';
