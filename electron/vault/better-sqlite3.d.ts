// The part of better-sqlite3-multiple-ciphers this room may use. Left out on purpose: `serialize` (plaintext), `backup` (refuses), `loadExtension`, `unsafeMode`.
declare module 'better-sqlite3' {
  interface Statement {
    run(...values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
    get(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): unknown[];
  }
  interface Connection {
    readonly open: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    /** The wrapped function runs in a transaction; `immediate` takes the write lock at its start. Nested calls become savepoints. */
    transaction<T>(work: () => T): { (): T; immediate(): T };
    pragma(source: string, options?: { readonly simple?: boolean }): unknown;
    key(key: Buffer): number;
    close(): this;
  }
  interface SqliteModule {
    new (
      path: string,
      options?: { readonly fileMustExist?: boolean; readonly readonly?: boolean; readonly timeout?: number },
    ): Connection;
  }
  const Sqlite: SqliteModule;

  export type { Connection, SqliteModule, Statement };
  // biome-ignore lint/style/noDefaultExport: this is how the package exports itself
  export { Sqlite as default };
}
