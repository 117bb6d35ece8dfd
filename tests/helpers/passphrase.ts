// The passphrase of every vault made for tests, apart from all code that is loaded to use one.
/** Opens the vaults of the tests. */
export const PASSPHRASE = 'lantern quarry ember tulip monday';
