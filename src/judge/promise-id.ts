/** The promises, each a sentence that must hold and the name of its file. */
export const promiseIds = [
  'every-replay-belongs-to-its-viewer',
  'no-replay-without-a-consultation-of-ones-own',
  'a-foreign-replay-is-refused',
  'nobody-acts-in-another-patients-call',
  'no-response-carries-a-foreign-canary',
  'the-signed-in-patient-is-who-we-signed-in',
  'one-recording-holds-one-consultation',
  'picture-and-sound-belong-to-the-same-consultation',
  'an-interrupted-call-stays-with-its-consultation',
  'nothing-is-recorded-without-consent',
  'the-content-is-what-the-title-claims',
  'every-own-replay-is-visible',
] as const;

export type PromiseId = (typeof promiseIds)[number];
