// What 'electron' means inside the core: nothing. Any import of it from here fails to compile.
export {};
