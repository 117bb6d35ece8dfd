// Types of fetch-electron-test-runtime.mjs for the tests, which look for the runtime.
export declare const RUNTIME_DIR: string;
export declare const RUNTIME_PROGRAM: string;
export declare function fetchElectronTestRuntime(): Promise<string>;
