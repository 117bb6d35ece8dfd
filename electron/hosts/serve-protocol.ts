// What the browser host's supervisor and its core process say to each other. Nothing of a paper is in it.

/** Exit code of a core that was locked: the supervisor starts a fresh one. */
export const LOCKED_EXIT_CODE = 75;

export type ToServeCore =
  | {
      readonly kind: 'start';
      readonly port: number;
      readonly sessionSecret: string;
      readonly oneTimeToken: string | undefined;
      readonly vaultDir: string;
      readonly windowDir: string;
    }
  | { readonly kind: 'issue-token'; readonly token: string };

export type FromServeCore = { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'token-used' };
