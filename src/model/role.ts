/** Who speaks or shows a picture in a call. */
export type Role = 'patient' | 'clinician';

/** Both roles, in the order in which readings list them. */
export const roles: readonly Role[] = ['patient', 'clinician'];
