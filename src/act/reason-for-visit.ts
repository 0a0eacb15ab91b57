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

/** What a patient writes when booking: a complaint, and a reference that is the canary. */
export function reasonForVisit(patient: number, canary: string): string {
  return `${complaints[patient % complaints.length] ?? complaints[0]}. Reference ${canary}`;
}
