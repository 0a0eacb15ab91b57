/** What patients of no particular person complain of. */
const complaints: readonly string[] = [
  'Sore throat since the weekend',
  'A rash on the left forearm',
  'Trouble sleeping for three weeks',
  'Knee pain after running',
  'Asking for advice about travel vaccines',
  'Headaches in the afternoon',
  'Cough that does not go away',
  'Follow-up on blood pressure',
];

/** What a patient writes when booking: the canary first, so that a preview of their words holds part of it, and a complaint. */
export function reasonForVisit(patient: number, canary: string): string {
  return `${canary}: ${complaints[patient % complaints.length] ?? complaints[0]}`;
}
