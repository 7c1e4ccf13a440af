export type { Env, Token } from 'markdown-it';
