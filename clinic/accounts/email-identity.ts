/** Says which spellings of an e-mail address are the same account. */
export type EmailIdentity = (email: string) => string;

/** Case alone makes no difference; plus tags and accents make different addresses. */
export function createEmailIdentity(): EmailIdentity {
  return (email) => email.toLowerCase();
}
