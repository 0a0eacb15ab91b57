/** A driver that cannot reach what it needs before there is any patient to act. */
export function createDriver() {
  return Promise.reject(
    new Error('The staging system has no address. Set STAGING_URL and run the gate again.'),
  );
}
